/** Programs that show the SDK and run without a server. */
@NullMarked
package io.telcofactory.examples;

import org.jspecify.annotations.NullMarked;
