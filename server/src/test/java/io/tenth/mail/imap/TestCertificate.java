package io.tenth.mail.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A throw-away certificate of a mail server, and the throw-away authority that certified it.
 *
 * @param store with the key, under {@link #PASSWORD}
 * @param chain the certificate and its authority's, in PEM
 * @param key in PEM
 * @param authority in PEM
 */
public record TestCertificate(Path store, Path chain, Path key, Path authority) {

    public static final String PASSWORD = "throw-away";

    /** Of localhost, good for a while; one for all tests. */
    public static final TestCertificate LOCALHOST = make("localhost", "-validity", "30");

    /** Makes one for a host. */
    public static TestCertificate make(String host, String... more) {
        try {
            var folder = Files.createTempDirectory("tenth-certificate");
            var store = folder.resolve("key.p12");
            keytool(store, "authority", "-ext", "bc:c", "-validity", "30");
            keytool(store, "server", with(more, "-signer", "authority", "-ext", "san=dns:" + host));
            return unpacked(folder, store);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** With which a server shows it. */
    public SSLContext server() {
        try {
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(opened(store), PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path store, String alias, String... more) throws IOException, InterruptedException {
        var program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var ended = new ProcessBuilder(with(
                        more,
                        program,
                        "-J-XX:TieredStopAtLevel=1",
                        "-J-XX:+UseSerialGC",
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        alias,
                        "-dname",
                        "CN=Throw-away " + alias,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (ended != 0) {
            throw new IOException("keytool ended with " + ended);
        }
    }

    private static String[] with(String[] more, String... first) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(String[]::new);
    }

    /** Leaves the authority's key out of the store, so that no server presents itself with it. */
    private static TestCertificate unpacked(Path folder, Path store) throws IOException, GeneralSecurityException {
        var keys = opened(store);
        keys.deleteEntry("authority");
        try (var out = Files.newOutputStream(store)) {
            keys.store(out, PASSWORD.toCharArray());
        }
        var chain = keys.getCertificateChain("server");
        var key = keys.getKey("server", PASSWORD.toCharArray());
        var own = pem("CERTIFICATE", chain[0].getEncoded());
        var authority = pem("CERTIFICATE", chain[1].getEncoded());
        return new TestCertificate(
                store,
                Files.writeString(folder.resolve("chain.pem"), own + authority),
                Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", key.getEncoded())),
                Files.writeString(folder.resolve("authority.pem"), authority));
    }

    private static KeyStore opened(Path store) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + what + "-----\n";
    }
}
