package io.telcofactory.opennebula.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom to trust and which certificate to show. There is no switch that trusts everybody. Immutable; never prints keys.
 *
 * @since 0.1
 */
public final class TlsSettings {
    private final @Nullable KeyStore trusted;
    private final KeyManager @Nullable [] keys;

    private TlsSettings(@Nullable KeyStore trusted, KeyManager @Nullable [] keys) {
        this.trusted = trusted;
        this.keys = keys;
    }

    /**
     * Trusts what the machine's trust store trusts.
     *
     * @return settings without a client certificate
     */
    public static TlsSettings systemTrust() {
        return new TlsSettings(null, null);
    }

    /**
     * Trusts only the certificates of a file.
     *
     * @param pem one or more X.509 certificates in PEM form, mostly of a private authority
     * @return settings without a client certificate
     */
    public static TlsSettings trusting(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("There is no certificate in " + pem);
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates) {
                store.setCertificateEntry("trusted-" + number++, certificate);
            }
            return new TlsSettings(store, null);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("Cannot read certificates from " + pem + ": " + e.getMessage(), e);
        }
    }

    /**
     * Trusts only the certificates of a key store.
     *
     * @param store holds the trusted certificates
     * @return settings without a client certificate
     */
    public static TlsSettings trusting(KeyStore store) {
        return new TlsSettings(store, null);
    }

    /**
     * Returns settings that show a client certificate.
     *
     * @param store holds the certificate and its private key
     * @param password opens the key; copied
     * @return a copy
     */
    public TlsSettings withClientCertificate(KeyStore store, char[] password) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password.clone());
            return new TlsSettings(trusted, factory.getKeyManagers());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Cannot use the client certificate: " + e.getMessage(), e);
        }
    }

    X509TrustManager trustManager() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    return x509;
                }
            }
            throw new IllegalStateException("The JDK offers no X.509 trust manager");
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Cannot use the trusted certificates: " + e.getMessage(), e);
        }
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {trustManager()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot set up TLS: " + e.getMessage(), e);
        }
    }
}
