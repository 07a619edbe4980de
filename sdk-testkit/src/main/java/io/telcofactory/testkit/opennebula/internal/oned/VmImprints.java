package io.telcofactory.testkit.opennebula.internal.oned;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Machines as they were, for the records of accounting. There is one for each stay on a host, and machines of a site
 * resemble one another, so each is kept as what differs from the first.
 */
final class VmImprints {

    /** One machine at one time. */
    static final class Imprint {

        private final byte[] model;
        private final byte[] compressed;

        private Imprint(byte[] model, byte[] compressed) {
            this.model = model;
            this.compressed = compressed;
        }

        /** The machine's document, as it was given. */
        String document() {
            Inflater inflater = new Inflater(true);
            try {
                inflater.setDictionary(model);
                inflater.setInput(compressed);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                byte[] part = new byte[PART];
                while (!inflater.finished()) {
                    out.write(part, 0, inflater.inflate(part));
                }
                return out.toString(StandardCharsets.UTF_8);
            } catch (DataFormatException broken) {
                throw new IllegalStateException(broken);
            } finally {
                inflater.end();
            }
        }
    }

    private static final int PART = 4096;

    private byte[] model = {};

    Imprint of(String document) {
        byte[] plain = document.getBytes(StandardCharsets.UTF_8);
        Imprint imprint = new Imprint(model, compress(plain));
        model = model.length == 0 ? plain : model;
        return imprint;
    }

    private byte[] compress(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setDictionary(model);
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[PART];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
