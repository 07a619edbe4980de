package io.telcofactory.gpu.catalogue;

/**
 * A kind of fixed-function engine that slices share out besides memory and compute. A board has few of some kinds: with
 * one optical-flow engine a GPU can hold one {@code +me} slice.
 *
 * @since 0.1
 */
public enum Engine {
    /** Copy engine (CE). */
    COPY,
    /** Video decoder (NVDEC). */
    DECODER,
    /** Video encoder (NVENC). */
    ENCODER,
    /** JPEG engine (NVJPG). */
    JPEG,
    /** Optical-flow accelerator (OFA). */
    OFA
}
