package io.tenth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.mail.imap.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may stand in TLS_CERTIFICATE and TLS_KEY, and what is said of anything else before the server starts. */
class TlsSettingsTest {

    @TempDir
    private Path folder;

    private Path certificate;
    private Path key;

    @BeforeEach
    void copyAPair() throws IOException {
        certificate = Files.copy(TestCertificate.LOCALHOST.chain(), folder.resolve("certificate.pem"));
        key = Files.copy(TestCertificate.LOCALHOST.key(), folder.resolve("key.pem"));
        allow("rw-r-----");
    }

    @Test
    void turnTlsOn() {
        assertThat(read(certificate, key).properties())
                .containsEntry("server.ssl.bundle", "listener")
                .containsEntry("spring.ssl.bundle.pem.listener.options.enabled-protocols", "TLSv1.3")
                .containsEntry(
                        "spring.ssl.bundle.pem.listener.keystore.private-key",
                        key.toUri().toString());
        assertThat(Settings.of(Map.of()).properties()).isEmpty();
    }

    @Test
    void areSetTogether() {
        for (var half : List.of(Map.of("TLS_KEY", key.toString()), Map.of("TLS_CERTIFICATE", certificate.toString()))) {
            assertThatExceptionOfType(SettingRefusedException.class)
                    .isThrownBy(() -> Settings.of(half))
                    .withMessage("TLS_CERTIFICATE and TLS_KEY are set together or not at all.");
        }
    }

    @Test
    void holdWhatTheirNamesSay() throws IOException {
        assertRefused(key, key, "TLS_CERTIFICATE holds no certificate in PEM.");
        assertRefused(certificate, certificate(), "TLS_KEY holds no private key in PEM that opens without a password.");
        Files.writeString(certificate, "");
        assertRefused(certificate, key, "TLS_CERTIFICATE holds no certificate in PEM.");
    }

    @Test
    void belongTogether() throws IOException {
        for (var other : List.of(
                TestCertificate.make("localhost"),
                TestCertificate.make("localhost", "-keyalg", "RSA"),
                TestCertificate.make("localhost", "-keyalg", "Ed25519"))) {
            Files.write(key, Files.readAllBytes(other.key()));
            assertRefused(certificate, key, "TLS_KEY is not the key of the first certificate in TLS_CERTIFICATE.");
            assertThat(read(other.chain(), key).values()).containsKey(Setting.TLS_KEY);
        }
    }

    @Test
    void keepTheKeyFromOthers() throws IOException {
        allow("rw-r--r--");

        assertRefused(certificate, key, "The key in TLS_KEY is open to everybody on this machine");
    }

    private Path certificate() throws IOException {
        var file = Files.copy(certificate, folder.resolve("no-key.pem"));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private void allow(String permissions) throws IOException {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(permissions));
    }

    private static Settings read(Path certificate, Path key) {
        return Settings.of(Map.of("TLS_CERTIFICATE", certificate.toString(), "TLS_KEY", key.toString()));
    }

    private static void assertRefused(Path certificate, Path key, String sentence) {
        assertThatExceptionOfType(SettingRefusedException.class)
                .isThrownBy(() -> read(certificate, key))
                .withMessageStartingWith(sentence);
    }
}
