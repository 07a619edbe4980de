package io.telcofactory.opennebula.model;

import java.util.List;

/**
 * What an image is.
 *
 * @since 0.1
 */
public enum ImageType implements WireArgument {
    /** A bootable disk. */
    OS("OS"),

    /** A read-only disk. */
    CDROM("CDROM"),

    /** A data disk. */
    DATABLOCK("DATABLOCK"),

    /** A kernel file. */
    KERNEL("KERNEL"),

    /** A RAM disk file. */
    RAMDISK("RAMDISK"),

    /** A file for the context. */
    CONTEXT("CONTEXT"),

    /** A backup; made by the server only. */
    BACKUP("BACKUP"),

    /** A directory shared by virtiofs, since 7.2. */
    FILESYSTEM("FILESYSTEM"),

    /** A type newer than this SDK; cannot be sent. */
    UNKNOWN("");

    private final String text;

    ImageType(String text) {
        this.text = text;
    }

    @Override
    public List<Object> wireValues() {
        return List.of(text);
    }
}
