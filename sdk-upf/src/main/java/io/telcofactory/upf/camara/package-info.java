/** What is said to an operator's CAMARA gateway: traffic intents, sessions with quality of service, events. */
@NullMarked
package io.telcofactory.upf.camara;

import org.jspecify.annotations.NullMarked;
