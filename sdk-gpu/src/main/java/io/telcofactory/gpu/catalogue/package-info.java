/**
 * The boards: which GPUs there are, which MIG profiles each of them offers and where these may start, as data that users
 * extend and live nodes correct.
 */
@NullMarked
package io.telcofactory.gpu.catalogue;

import org.jspecify.annotations.NullMarked;
