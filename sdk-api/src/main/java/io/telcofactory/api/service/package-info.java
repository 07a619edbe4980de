/** Composite AI services: roles, their order and how many instances of them run. */
@NullMarked
package io.telcofactory.api.service;

import org.jspecify.annotations.NullMarked;
