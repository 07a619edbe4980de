package io.telcofactory.gpu.sizing;

/**
 * How many bytes a number takes.
 *
 * @since 0.1
 */
public enum Precision {
    /** 32-bit floats. */
    FP32(4),
    /** 16-bit floats of either kind. */
    BF16(2),
    /** 8-bit floats. */
    FP8(1),
    /** 8-bit integers. */
    INT8(1),
    /** 4 bits in groups of 128, with their scales and with embeddings that stay at 16 bits: AWQ, GPTQ, NVFP4. */
    INT4(0.56);

    private final double bytes;

    Precision(double bytes) {
        this.bytes = bytes;
    }

    /**
     * Returns the bytes of one number, scales included.
     *
     * @return bytes
     */
    public double bytes() {
        return bytes;
    }
}
