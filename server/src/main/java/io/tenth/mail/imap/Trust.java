package io.tenth.mail.imap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose word counts on which server is which: the public authorities, and those that the operator adds. */
final class Trust {

    private Trust() {}

    /**
     * Makes TLS connections.
     *
     * @param ownAuthorities a file of certificates in PEM; null where there are none
     */
    static SSLSocketFactory of(@Nullable Path ownAuthorities) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(
                    null,
                    ownAuthorities == null ? null : factory(all(ownAuthorities)).getTrustManagers(),
                    null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException(
                    "MAIL_CA_FILE is not a readable file of certificates in PEM: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private static KeyStore all(Path ownAuthorities) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        var number = 0;
        for (var authority : Stream.concat(publicOnes(), own(ownAuthorities)).toList()) {
            store.setCertificateEntry("authority-" + number++, authority);
        }
        return store;
    }

    private static Stream<Certificate> own(Path file) throws IOException, GeneralSecurityException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(Certificate.class::cast);
        }
    }

    private static Stream<Certificate> publicOnes() throws GeneralSecurityException {
        return Arrays.stream(factory(null).getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()));
    }

    private static TrustManagerFactory factory(@Nullable KeyStore authorities) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        return factory;
    }
}
