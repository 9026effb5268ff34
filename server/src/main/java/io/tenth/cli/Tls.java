package io.tenth.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.boot.ssl.pem.PemContent;

/** The certificate and the key with which the listener speaks TLS itself. It speaks 1.3 and nothing older. */
final class Tls {

    /** The property that has the server speak TLS. */
    static final String SWITCH = "server.ssl.bundle";

    private static final String BUNDLE = "listener";
    private static final String BUNDLE_PROPERTIES = "spring.ssl.bundle.pem." + BUNDLE + ".";

    /**
     * What the server is told besides the two files. It watches them, and new connections get a pair that was replaced; one that does
     * not fit is logged, and the last one stays in use.
     */
    static final Map<String, String> PROPERTIES = Map.of(
            SWITCH,
            BUNDLE,
            BUNDLE_PROPERTIES + "options.enabled-protocols",
            "TLSv1.3",
            BUNDLE_PROPERTIES + "keystore.verify-keys",
            "true",
            BUNDLE_PROPERTIES + "reload-on-update",
            "true");

    private Tls() {}

    /** Refuses half a pair, a file that holds something else, a key that everybody can read, and one of another certificate. */
    static void verify(Map<Setting, String> values) {
        var certificate = values.get(Setting.TLS_CERTIFICATE);
        var key = values.get(Setting.TLS_KEY);
        if (certificate == null && key == null) {
            return;
        }
        if (certificate == null || key == null) {
            throw new SettingRefusedException("TLS_CERTIFICATE and TLS_KEY are set together or not at all.");
        }
        var keyFile = Path.of(URI.create(key));
        refuseOpen(keyFile);
        var certified = read(
                Path.of(URI.create(certificate)),
                pem -> pem.getCertificates().getFirst().getPublicKey(),
                "TLS_CERTIFICATE holds no certificate in PEM. It holds the server's own first, then those of its authorities.");
        if (!belongTogether(
                certified,
                read(
                        keyFile,
                        pem -> Objects.requireNonNull(pem.getPrivateKey()),
                        "TLS_KEY holds no private key in PEM that opens without a password."))) {
            throw new SettingRefusedException("TLS_KEY is not the key of the first certificate in TLS_CERTIFICATE.");
        }
    }

    private static void refuseOpen(Path key) {
        try {
            if (Files.getPosixFilePermissions(key).contains(PosixFilePermission.OTHERS_READ)) {
                throw new SettingRefusedException(
                        "The key in TLS_KEY is open to everybody on this machine: allow it to the server alone (chmod 600).");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(Path file, Function<PemContent, T> part, String otherwise) {
        try {
            return part.apply(PemContent.load(file));
        } catch (IOException | RuntimeException unreadable) {
            throw new SettingRefusedException(otherwise);
        }
    }

    /** Whether what the one signs the other verifies. */
    private static boolean belongTogether(PublicKey certified, PrivateKey key) {
        var proof = "tenth".getBytes(StandardCharsets.US_ASCII);
        try {
            var signature = Signature.getInstance(algorithm(key));
            signature.initSign(key);
            signature.update(proof);
            var signed = signature.sign();
            signature.initVerify(certified);
            signature.update(proof);
            return signature.verify(signed);
        } catch (GeneralSecurityException ofAnotherKind) {
            return false;
        }
    }

    private static String algorithm(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> key.getAlgorithm();
        };
    }
}
