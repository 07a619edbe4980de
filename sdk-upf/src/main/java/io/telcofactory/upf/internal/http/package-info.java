/** Calls over HTTP: credentials, redirects, repeats, and what an answer means. */
@NullMarked
package io.telcofactory.upf.internal.http;

import org.jspecify.annotations.NullMarked;
