/** Seeded disturbances of whole applies on the fakes, and an oracle that knows what must be there afterwards. */
@NullMarked
package io.telcofactory.examples.torture;

import org.jspecify.annotations.NullMarked;
