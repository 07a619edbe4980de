package io.telcofactory.upf.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;

/** A certificate authority made for one test by the JDK's keytool, and the certificates it signed. */
final class TestAuthority {
    static final char[] PASSWORD = "changeit".toCharArray();
    private static final String AUTHORITY = "authority";

    private final KeyStore keys;

    private TestAuthority(KeyStore keys) {
        this.keys = keys;
    }

    /** Makes an authority and signs a key pair for each name; {@code san} is the address that a server stands for. */
    static TestAuthority of(Path folder, String san, String server, String... clients)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve(AUTHORITY + ".p12");
        keytool(file, AUTHORITY, "-ext", "bc:c");
        keytool(file, server, "-signer", AUTHORITY, "-ext", "san=" + san);
        for (String client : clients) {
            keytool(file, client, "-signer", AUTHORITY);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return new TestAuthority(keys);
    }

    private static void keytool(Path file, String alias, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keyalg",
                "EC",
                "-validity",
                "30"));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool failed: " + said);
        }
    }

    /** Returns a store that holds nothing but the authority's certificate. */
    KeyStore authorities() throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        store.setCertificateEntry(AUTHORITY, keys.getCertificate(AUTHORITY));
        return store;
    }

    /** Returns a store that holds nothing but one key with its chain. */
    KeyStore identity(String alias) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        Certificate[] chain = keys.getCertificateChain(alias);
        store.setKeyEntry(alias, keys.getKey(alias, PASSWORD), PASSWORD, chain);
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        return store;
    }
}
