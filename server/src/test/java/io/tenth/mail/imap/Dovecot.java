package io.tenth.mail.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Debian's Dovecot as a child of the test, with a configuration of its own in a temporary folder. */
public final class Dovecot implements AutoCloseable {

    public static final String USER = ImapStand.USER;
    public static final String PASSWORD = ImapStand.PASSWORD;

    /** The folder that it says is for sent mail. */
    public static final String SENT = "Erledigte Post";

    private static final int TRIES = 200;

    private final Path home;
    private final int tlsPort;
    private final int startTlsPort;
    private final AccessTokens tokens;
    private final Process process;

    private Dovecot(Path home, int tlsPort, int startTlsPort, AccessTokens tokens, Process process) {
        this.home = home;
        this.tlsPort = tlsPort;
        this.startTlsPort = startTlsPort;
        this.tokens = tokens;
        this.process = process;
    }

    /** Where the program is; empty where it is not installed. */
    public static Optional<Path> program() {
        return Stream.of("/usr/sbin/dovecot", "/usr/local/sbin/dovecot", "/opt/homebrew/sbin/dovecot")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static Dovecot start() {
        try {
            var home = Files.createTempDirectory("tenth-dovecot");
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
            var tls = freePort();
            var startTls = freePort();
            var tokens = new AccessTokens();
            Files.writeString(home.resolve("oauth2.conf"), oauth2(tokens));
            Files.writeString(home.resolve("dovecot.conf"), configuration(home, tls, startTls));
            var dovecot = new Dovecot(
                    home,
                    tls,
                    startTls,
                    tokens,
                    new ProcessBuilder(
                                    program().orElseThrow().toString(),
                                    "-F",
                                    "-c",
                                    home.resolve("dovecot.conf").toString())
                            .redirectErrorStream(true)
                            .redirectOutput(home.resolve("out.log").toFile())
                            .start());
            dovecot.setPassword(USER, PASSWORD);
            dovecot.awaitPort();
            return dovecot;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int tlsPort() {
        return tlsPort;
    }

    int startTlsPort() {
        return startTlsPort;
    }

    /** Asked about whoever signs in with an access token. */
    AccessTokens tokens() {
        return tokens;
    }

    /** Gives somebody an account with a password, or the account another one: a file for each, since a file is not read again at once. */
    void setPassword(String user, String password) {
        try {
            Files.writeString(home.resolve("passwd-" + user), user + ":{PLAIN}" + password + "::::::\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        tokens.close();
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String configuration(Path home, int tls, int startTls) {
        var isRoot = "root".equals(System.getProperty("user.name"));
        var self = isRoot ? "" : """
                default_internal_user = %1$s
                default_login_user = %1$s
                """.formatted(System.getProperty("user.name"));
        var mailUser = isRoot ? "nobody gid=nogroup" : System.getProperty("user.name") + " gid=" + gid(home);
        return """
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/dovecot.log
                protocols = imap
                listen = 127.0.0.1, ::1
                ssl = required
                ssl_cert = <%2$s
                ssl_key = <%3$s
                auth_mechanisms = plain login xoauth2
                auth_failure_delay = 0
                mail_location = maildir:%1$s/mail/%%u
                mail_home = %1$s/home/%%u
                first_valid_uid = 1
                mail_fsync = never
                %4$s
                %5$s
                namespace inbox {
                  inbox = yes
                  mailbox "%8$s" {
                    special_use = \\Sent
                    auto = create
                  }
                }
                service anvil {
                  chroot =
                  unix_listener anvil-auth-penalty {
                    mode = 0
                  }
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = %7$d
                  }
                  inet_listener imaps {
                    port = %6$d
                    ssl = yes
                  }
                }
                """.formatted(
                        home,
                        TestCertificate.LOCALHOST.chain(),
                        TestCertificate.LOCALHOST.key(),
                        self,
                        accounts(home, mailUser),
                        tls,
                        startTls,
                        SENT);
    }

    private static String accounts(Path home, String mailUser) {
        return """
                passdb {
                  driver = passwd-file
                  mechanisms = plain login
                  args = username_format=%%u %1$s/passwd-%%u
                }
                passdb {
                  driver = oauth2
                  mechanisms = xoauth2
                  args = %1$s/oauth2.conf
                }
                userdb {
                  driver = static
                  args = uid=%2$s
                }
                """.formatted(home, mailUser);
    }

    private static String oauth2(AccessTokens tokens) {
        return """
                introspection_mode = post
                introspection_url = %s
                username_attribute = username
                active_attribute = active
                active_value = true
                timeout_msecs = 5000
                """.formatted(tokens.url());
    }

    private static Object gid(Path home) {
        try {
            return Files.getAttribute(home, "unix:gid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Each try waits for the kernel to refuse, and then for the process to end or a moment to pass. */
    private void awaitPort() throws IOException {
        for (var tries = 0; tries < TRIES; tries++) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), tlsPort), 1000);
                return;
            } catch (IOException notYet) {
                if (hasEnded()) {
                    break;
                }
            }
        }
        throw new IOException("Dovecot did not start: " + Files.readString(home.resolve("out.log")));
    }

    private boolean hasEnded() {
        try {
            return process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
