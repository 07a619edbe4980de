package io.telcofactory.upf.connection;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom a client trusts and how it proves itself over TLS. Host names are always verified.
 *
 * <p><b>Threads:</b> immutable.
 *
 * @since 0.1
 */
public final class TlsSettings {
    private final X509TrustManager trust;
    private final SSLSocketFactory sockets;

    private TlsSettings(X509TrustManager trust, SSLSocketFactory sockets) {
        this.trust = trust;
        this.sockets = sockets;
    }

    /**
     * Trusts the authorities that the Java runtime trusts, without a certificate of its own.
     *
     * @return the settings
     */
    public static TlsSettings system() {
        return OfTheRuntime.SETTINGS;
    }

    /** Made once, when it is first asked for: it reads more than a hundred certificates. */
    private static final class OfTheRuntime {
        private static final TlsSettings SETTINGS = of(null, null, new char[0]);
    }

    /**
     * Trusts only these authorities, without a certificate of its own.
     *
     * @param authorities certificates of the authorities
     * @return the settings
     * @throws IllegalArgumentException if the store can't be used
     */
    public static TlsSettings trusting(KeyStore authorities) {
        return of(authorities, null, new char[0]);
    }

    /**
     * Trusts only these authorities and presents a certificate (mutual TLS), as TS 33.122 asks of northbound
     * applications.
     *
     * @param authorities certificates of the authorities
     * @param identity private key and certificate chain of the application
     * @param password of the private key; not kept
     * @return the settings
     * @throws IllegalArgumentException if a store can't be used
     */
    public static TlsSettings mutual(KeyStore authorities, KeyStore identity, char[] password) {
        return of(authorities, identity, password);
    }

    private static TlsSettings of(@Nullable KeyStore authorities, @Nullable KeyStore identity, char[] password) {
        try {
            TrustManagerFactory trusts = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusts.init(authorities);
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManagerFactory keys = null;
            if (identity != null) {
                keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                keys.init(identity, password);
            }
            context.init(keys == null ? null : keys.getKeyManagers(), trusts.getTrustManagers(), null);
            return new TlsSettings(x509(trusts.getTrustManagers()), context.getSocketFactory());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("key stores can't be used for TLS: " + e.getMessage(), e);
        }
    }

    private static X509TrustManager x509(TrustManager[] managers) {
        return Arrays.stream(managers)
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the Java runtime has no X.509 trust manager"));
    }

    /**
     * Returns what decides whom to trust.
     *
     * @return the trust manager
     */
    public X509TrustManager trustManager() {
        return trust;
    }

    /**
     * Returns what opens TLS connections with these settings.
     *
     * @return the socket factory
     */
    public SSLSocketFactory socketFactory() {
        return sockets;
    }
}
