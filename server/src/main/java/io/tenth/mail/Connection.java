package io.tenth.mail;

import io.tenth.shared.DomainException;
import io.tenth.shared.Line;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a mailbox is reached with. It is kept sealed; {@code toString} of none shows a secret. */
public sealed interface Connection {

    /** The same without its secrets, to be shown to its owner. */
    Connection withoutSecrets();

    /** Who answers there, whoever asks: the name of a host, or of a folder. Empty for a provider, which serves each account by itself. */
    String host();

    /** What of that host answers: its port as well, since people name ports, and a wrong one says nothing of the others. */
    default String service() {
        return host();
    }

    /** Whether it leads to the same mail: to the same account of the same server, to the same folder. */
    default boolean isSameAccount(Connection other) {
        return withoutSecrets().equals(other.withoutSecrets());
    }

    /**
     * An IMAP server.
     *
     * @param host in lower case
     * @param security how the connection is encrypted; there is no other way
     * @param password of the account; null where {@code accessToken} is used
     * @param accessToken for XOAUTH2; null where {@code password} is used
     */
    record Imap(
            String host,
            int port,
            Security security,
            String user,
            @Nullable String password,
            @Nullable String accessToken)
            implements Connection {

        private static final int HIGHEST_PORT = 65_535;
        private static final int LONGEST_SECRET = 10_000;

        public Imap {
            host = Line.of(host, "host", "The host", 253).toLowerCase(Locale.ROOT);
            user = Line.of(user, "user", "The user", 320);
            if (port < 1 || port > HIGHEST_PORT) {
                throw DomainException.invalid("The port is a number from 1 to " + HIGHEST_PORT + ".");
            }
            refuseOddSecret(password, "The password");
            refuseOddSecret(accessToken, "The access token");
        }

        @Override
        public Imap withoutSecrets() {
            return new Imap(host, port, security, user, null, null);
        }

        @Override
        public String service() {
            return host + ":" + port;
        }

        boolean hasSecret() {
            return password != null || accessToken != null;
        }

        private static void refuseOddSecret(@Nullable String secret, String what) {
            if (secret != null
                    && (secret.isEmpty()
                            || secret.length() > LONGEST_SECRET
                            || secret.codePoints().anyMatch(Character::isISOControl))) {
                throw DomainException.invalid(what + " is empty, too long, or has a character that no keyboard types.");
            }
        }

        @Override
        public String toString() {
            return "Imap[" + service() + "]";
        }
    }

    /** How an IMAP connection is encrypted: from its first byte, or before the first command that matters. */
    enum Security {
        TLS(993),
        STARTTLS(143);

        private final int usualPort;

        Security(int usualPort) {
            this.usualPort = usualPort;
        }

        public int usualPort() {
            return usualPort;
        }

        /** The name in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A grant by OAuth 2.0, of Gmail or Microsoft 365.
     *
     * @param refreshToken gets a new access token when the old one has expired
     * @param accessToken the latest one; null before the first
     * @param expiresAt of the access token
     * @param account whose mailbox it is, as the service names it; null until it was asked
     */
    record Grant(
            String refreshToken,
            @Nullable String accessToken,
            @Nullable Instant expiresAt,
            @Nullable String account) implements Connection {

        public Grant withAccount(String name) {
            return new Grant(refreshToken, accessToken, expiresAt, name);
        }

        @Override
        public String host() {
            return "";
        }

        @Override
        public Grant withoutSecrets() {
            return new Grant("", null, null, account);
        }

        @Override
        public String toString() {
            return "Grant[…]";
        }
    }

    /**
     * A folder of this server, below the one that the operator has opened for it.
     *
     * @param path relative to that one; it begins with the id of the person whose mail it holds
     */
    record Folder(String path) implements Connection {

        @Override
        public String host() {
            return path;
        }

        @Override
        public Folder withoutSecrets() {
            return this;
        }
    }
}
