/** The check by which plans learn of GPU geometry; what it rests on is in the packages below. */
@NullMarked
package io.telcofactory.gpu;

import org.jspecify.annotations.NullMarked;
