package io.telcofactory.benchmarks.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Answers of any length, made of one recorded full VM: as the inner document, or as they come over the wire. */
public final class VmPool {
    private static final String ENVELOPE_HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <methodResponse>
            <params>
            <param><value><array><data>
            <value><boolean>1</boolean></value>
            <value><string>""";
    private static final String ENVELOPE_TAIL = """
            </string></value>
            <value><i4>0</i4></value>
            </data></array></value></param>
            </params>
            </methodResponse>
            """;

    private final byte[] head;
    private final byte[] vm;
    private final byte[] tail;
    private final int count;

    private VmPool(String head, String vm, String tail, int count) {
        this.head = head.getBytes(StandardCharsets.UTF_8);
        this.vm = vm.getBytes(StandardCharsets.UTF_8);
        this.tail = tail.getBytes(StandardCharsets.UTF_8);
        this.count = count;
    }

    /**
     * Makes the inner document.
     *
     * @param count how many VMs
     * @return as it is after unescaping
     */
    public static VmPool document(int count) {
        return new VmPool("<VM_POOL>", recorded(), "</VM_POOL>", count);
    }

    /**
     * Makes the answer.
     *
     * @param count how many VMs
     * @return a document escaped inside a document
     */
    public static VmPool wire(int count) {
        return wire(recorded(), count);
    }

    /**
     * Makes an answer of large VMs.
     *
     * @param count how many VMs
     * @param bytes size of each before escaping
     * @return a document escaped inside a document
     */
    public static VmPool wire(int count, int bytes) {
        String vm = recorded();
        String filler =
                "<USER_TEMPLATE><NOTE><![CDATA[" + "n".repeat(Math.max(0, bytes - vm.length() - 60)) + "]]></NOTE>";
        return wire(vm.replace("<USER_TEMPLATE>", filler), count);
    }

    /**
     * Makes the answer of {@code one.vm.info}.
     *
     * @return one VM
     */
    public static VmPool info() {
        return new VmPool(ENVELOPE_HEAD, escape(recorded()), ENVELOPE_TAIL, 1);
    }

    private static VmPool wire(String vm, int count) {
        return new VmPool(ENVELOPE_HEAD + escape("<VM_POOL>"), escape(vm), escape("</VM_POOL>") + ENVELOPE_TAIL, count);
    }

    private static String escape(String xml) {
        return xml.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String recorded() {
        try (InputStream in = Objects.requireNonNull(VmPool.class.getResourceAsStream("vm-7.4.0.xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the length.
     *
     * @return in bytes
     */
    public long length() {
        return head.length + (long) vm.length * count + tail.length;
    }

    /**
     * Returns all of it.
     *
     * @return in memory
     */
    public byte[] bytes() {
        byte[] all = Arrays.copyOf(head, Math.toIntExact(length()));
        for (int i = 0; i < count; i++) {
            System.arraycopy(vm, 0, all, head.length + i * vm.length, vm.length);
        }
        System.arraycopy(tail, 0, all, all.length - tail.length, tail.length);
        return all;
    }

    /**
     * Writes all of it without ever holding more than one VM.
     *
     * @param out where to
     * @throws IOException if writing fails
     */
    public void writeTo(OutputStream out) throws IOException {
        out.write(head);
        for (int i = 0; i < count; i++) {
            out.write(vm);
        }
        out.write(tail);
    }
}
