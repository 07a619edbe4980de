package io.telcofactory.opennebula.model;

/** The numbers of image types. */
final class ImageTypes {
    private static final ImageType[] BY_CODE = {
        ImageType.OS,
        ImageType.CDROM,
        ImageType.DATABLOCK,
        ImageType.KERNEL,
        ImageType.RAMDISK,
        ImageType.CONTEXT,
        ImageType.BACKUP,
        ImageType.FILESYSTEM
    };

    private ImageTypes() {}

    static ImageType of(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : ImageType.UNKNOWN;
    }
}
