package io.tenth.mail;

import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.Line;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a connection; what is left out is as usual, or as it was.
 *
 * @param host of an IMAP server
 * @param port the usual one of the security where it is null
 * @param security TLS where it is null
 * @param path a folder within the person's own folder of mail on this server; that one itself where it is null
 */
public record AskedConnection(
        @Nullable String host,
        @Nullable Integer port,
        Connection.@Nullable Security security,
        @Nullable String user,
        @Nullable String password,
        @Nullable String accessToken,
        @Nullable String path) {

    private static final int LONGEST_PATH = 500;

    /** Nothing was said. */
    public static final AskedConnection NOTHING = new AskedConnection(null, null, null, null, null, null, null);

    /**
     * The connection that is meant.
     *
     * @param before the one that the mailbox has; null for a new mailbox
     */
    public Connection over(MailboxKind kind, @Nullable Connection before, Actor.Person person) {
        return switch (kind) {
            case IMAP -> imap((Connection.Imap) before);
            case FOLDER -> folder((Connection.Folder) before, person);
            case GMAIL, GRAPH ->
                throw DomainException.invalid(
                        "Such a mailbox is connected by signing in to it, on the page Mailboxes.");
            case FILE -> throw DomainException.invalid("Files are put into this mailbox; it has no connection.");
        };
    }

    private Connection.Imap imap(Connection.@Nullable Imap before) {
        var asked = before == null ? newImap() : over(before);
        // A secret that was given for one account is sent to no other.
        var kept = before != null && !asked.hasSecret() && asked.isSameAccount(before) ? before : asked;
        if (!kept.hasSecret()) {
            throw DomainException.invalid("A password or an access token is needed for this server and this user.");
        }
        if (kept.password() != null && kept.accessToken() != null) {
            throw DomainException.invalid("Give a password or an access token, not both.");
        }
        return kept;
    }

    private Connection.Imap newImap() {
        if (host == null || user == null) {
            throw DomainException.invalid("An IMAP mailbox needs a host and a user.");
        }
        var secured = Objects.requireNonNullElse(security, Connection.Security.TLS);
        return new Connection.Imap(host, portOf(secured), secured, user, password, accessToken);
    }

    private Connection.Imap over(Connection.Imap before) {
        var secured = Objects.requireNonNullElse(security, before.security());
        return new Connection.Imap(
                Objects.requireNonNullElse(host, before.host()),
                security == null && port == null ? before.port() : portOf(secured),
                secured,
                Objects.requireNonNullElse(user, before.user()),
                password,
                accessToken);
    }

    private int portOf(Connection.Security secured) {
        return port == null ? secured.usualPort() : port;
    }

    /** Within a folder of the person's own, so that nobody reads another's mail by naming it. */
    private Connection.Folder folder(Connection.@Nullable Folder before, Actor.Person person) {
        if (path == null && before != null) {
            return before;
        }
        var own = person.user().value().toString();
        return new Connection.Folder(
                path == null || path.isBlank() ? own : own + "/" + Line.of(path, "path", "The path", LONGEST_PATH));
    }

    @Override
    public String toString() {
        return "AskedConnection[" + host + "]";
    }
}
