package io.tenth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenth.OtherServer;
import io.tenth.RawClient;
import io.tenth.ServerTest;
import io.tenth.mail.imap.TestCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that speaks TLS itself, as TLS_CERTIFICATE and TLS_KEY have it. */
class TlsTest extends ServerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** An alert, of which the last byte says that the version is not spoken. */
    private static final byte[] VERSION_REFUSED = {21, 3, 3, 0, 2, 2, 70};

    private static final TestCertificate RENEWED = TestCertificate.make("localhost", "-validity", "20");

    @TempDir
    private static Path folder;

    private static OtherServer server;

    @BeforeAll
    static void startTheServer() throws IOException {
        present(TestCertificate.LOCALHOST);
        var settings = new HashMap<>(storeSettings());
        Settings.of(Map.of("TLS_CERTIFICATE", file("certificate"), "TLS_KEY", file("key")))
                .properties()
                .forEach((name, value) -> settings.put(name, String.valueOf(value)));
        settings.put("spring.ssl.bundle.watch.file.quiet-period", "10ms");
        server = OtherServer.start(settings);
    }

    @AfterAll
    static void stopTheServer() {
        server.close();
    }

    @Test
    void speaksTlsInItsNewestVersionAndHasBrowsersKeepToIt() throws Exception {
        var answer = get("/api/users/me");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000 ; includeSubDomains");
    }

    @Test
    void hasBrowsersKeepToItWhereNoFilterSawTheRequest() throws Exception {
        try (var socket = socket("TLSv1.3")) {
            socket.getOutputStream()
                    .write("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 505")
                    .contains("Strict-Transport-Security: max-age=31536000 ; includeSubDomains\r\n");
        }
    }

    @Test
    void bindsCookiesToTheSecureConnection() throws Exception {
        var body = "{\"email\": \"" + newPerson().email() + "\", \"password\": \"" + PASSWORD + "\"}";
        var answer = send(HttpRequest.newBuilder(address("/api/auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-").contains("; Secure"));
    }

    @Test
    void refusesTheVersionBefore() throws Exception {
        try (var socket = socket("TLSv1.2")) {
            assertThatThrownBy(socket::startHandshake)
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessageContaining("protocol_version");
        }
    }

    /** No library here speaks them any more, so the greeting is written by hand: SSL 3.0, TLS 1.0, 1.1 and 1.2. */
    @ParameterizedTest
    @ValueSource(bytes = {0, 1, 2, 3})
    void refusesOlderVersions(byte minor) {
        var said = RawClient.to(port(server)).say(greeting(minor));

        var bytes = said.text().getBytes(StandardCharsets.ISO_8859_1);
        bytes[2] = 3;
        assertThat(bytes).isEqualTo(VERSION_REFUSED);
    }

    @Test
    void tellsMonitorsWhenTheCertificateEnds() throws Exception {
        assertThat(get("/metrics").body()).contains("ssl_chain_expiry_seconds{");
        assertThat(get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void servesNobodyInTheOpen() {
        var said =
                RawClient.to(port(server)).say("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(said.text()).startsWith("HTTP/1.1 400").doesNotContain("UP");
    }

    @Test
    void takesANewCertificateWithoutARestart() throws Exception {
        var before = presented();

        present(RENEWED);

        Awaitility.await().atMost(PATIENCE).until(TlsTest::presented, shown -> !shown.equals(before));
    }

    private static void present(TestCertificate certificate) throws IOException {
        Files.copy(certificate.key(), Path.of(file("key")), StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(Path.of(file("key")), PosixFilePermissions.fromString("rw-------"));
        Files.copy(certificate.chain(), Path.of(file("certificate")), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String file(String name) {
        return folder.resolve(name + ".pem").toString();
    }

    private static int port(OtherServer server) {
        return server.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static URI address(String path) {
        return URI.create("https://localhost:" + port(server) + path);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(address(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newBuilder().sslContext(trusting()).build()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static Certificate presented() throws Exception {
        try (var socket = socket("TLSv1.3")) {
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private static SSLSocket socket(String version) throws Exception {
        var socket = (SSLSocket) trusting().getSocketFactory().createSocket("localhost", port(server));
        socket.setEnabledProtocols(new String[] {version});
        return socket;
    }

    private static SSLContext trusting() throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance(KeyStore.getDefaultType());
        keys.load(null, null);
        for (var certificate : List.of(TestCertificate.LOCALHOST, RENEWED)) {
            try (var pem = Files.newInputStream(certificate.authority())) {
                keys.setCertificateEntry(
                        certificate.toString(),
                        CertificateFactory.getInstance("X.509").generateCertificate(pem));
            }
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** The first message of a client that speaks nothing newer than {@code 3.minor}, with two ciphers that every server had. */
    private static String greeting(byte minor) {
        var hello = ByteBuffer.allocate(52)
                .put(new byte[] {22, 3, minor, 0, 47})
                .put(new byte[] {1, 0, 0, 43})
                .put(new byte[] {3, minor})
                .put(new byte[33])
                .put(new byte[] {0, 4, 0, 0x2f, 0, 0x35})
                .put(new byte[] {1, 0});
        return new String(hello.array(), StandardCharsets.ISO_8859_1);
    }
}
