package io.tenth.mail;

import io.tenth.shared.Actor;
import io.tenth.shared.Demand;
import io.tenth.shared.MailboxId;
import io.tenth.shared.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of mailboxes. One that was removed is only counted. */
@Repository
class MailboxRepository {

    private static final String SELECT = """
            SELECT mailbox_id, name, kind, state, problem, connection, backfilled_to, last_scan_at, version, created_at
              FROM mailboxes
             WHERE user_id = :user AND removed_at IS NULL
            """;

    private final JdbcClient jdbc;

    MailboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens what was sealed as a mailbox's connection. */
    interface Opener {
        Connection open(MailboxId id, MailboxKind kind, byte[] sealed);
    }

    List<Mailbox> all(Actor.Person person, Opener opener) {
        return jdbc.sql(SELECT + " ORDER BY name")
                .param("user", person.user().value())
                .query((row, number) -> read(row, opener))
                .list();
    }

    /** The mailbox, its connection with secrets. */
    Optional<Mailbox> find(MailboxId id, Actor.Person person, Opener opener) {
        return jdbc.sql(SELECT + " AND mailbox_id = :id")
                .param("user", person.user().value())
                .param("id", id.value())
                .query((row, number) -> read(row, opener))
                .optional();
    }

    int removed(Actor.Person person) {
        return jdbc.sql("SELECT count(*) FROM mailboxes WHERE user_id = :user AND removed_at IS NOT NULL")
                .param("user", person.user().value())
                .query(Integer.class)
                .single();
    }

    Optional<MailboxId> findNamed(String name, Actor.Person person) {
        return jdbc.sql(
                        "SELECT mailbox_id FROM mailboxes WHERE user_id = :user AND name = :name AND removed_at IS NULL")
                .param("user", person.user().value())
                .param("name", name)
                .query(UUID.class)
                .optional()
                .map(MailboxId::new);
    }

    /** Returns false when the person has a mailbox of that name. */
    boolean insert(MailboxId id, NewMailbox asked, byte @Nullable [] sealed, Actor.Person person, Instant now) {
        return jdbc.sql("""
                                INSERT INTO mailboxes (user_id, mailbox_id, name, kind, connection, created_at)
                                VALUES (:user, :id, :name, :kind, :connection, :now)
                                ON CONFLICT (user_id, name) DO NOTHING
                                """)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("name", asked.name())
                        .param("kind", asked.kind().key())
                        .param("connection", sealed, Types.BINARY)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Returns false when it is not there in that version. */
    boolean rename(MailboxId id, String name, Demand demanded, Actor.Person person) {
        return jdbc.sql("""
                                UPDATE mailboxes SET name = :name, version = version + 1
                                 WHERE user_id = :user AND mailbox_id = :id AND removed_at IS NULL
                                   AND (cardinality(:versions::integer[]) = 0 OR version = ANY (:versions::integer[]))
                                """)
                        .param("name", name)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("versions", demanded.numbers())
                        .update()
                == 1;
    }

    /** Connects it anew, which makes it well. Returns false when it is not there in that version. */
    boolean reconnect(MailboxId id, String name, byte[] sealed, Demand demanded, Actor.Person person) {
        return jdbc.sql("""
                                UPDATE mailboxes
                                   SET name = :name, connection = :connection, state = 'ok', problem = NULL,
                                       version = version + 1
                                 WHERE user_id = :user AND mailbox_id = :id AND removed_at IS NULL
                                   AND (cardinality(:versions::integer[]) = 0 OR version = ANY (:versions::integer[]))
                                """)
                        .param("name", name)
                        .param("connection", sealed)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("versions", demanded.numbers())
                        .update()
                == 1;
    }

    /** Keeps new tokens of the connection of a version. Its owner has changed nothing, so the version stays. */
    void renew(MailboxId id, byte[] sealed, Version opened, Actor.Person person) {
        jdbc.sql("""
                        UPDATE mailboxes SET connection = :connection
                         WHERE user_id = :user AND mailbox_id = :id AND removed_at IS NULL AND version = :version
                        """)
                .param("connection", sealed)
                .param("version", opened.number())
                .param("user", person.user().value())
                .param("id", id.value())
                .update();
    }

    /** Returns false when it is not there in that version. */
    boolean remove(MailboxId id, Demand demanded, Actor.Person person, Instant now) {
        return jdbc.sql("""
                                UPDATE mailboxes
                                   SET name = mailbox_id::text, state = 'ok', problem = NULL, connection = NULL, cursor = NULL,
                                       backfilled_to = NULL, listed_at = NULL, last_scan_at = NULL, removed_at = :now, version = version + 1
                                 WHERE user_id = :user AND mailbox_id = :id AND removed_at IS NULL
                                   AND (cardinality(:versions::integer[]) = 0 OR version = ANY (:versions::integer[]))
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("versions", demanded.numbers())
                        .update()
                == 1;
    }

    /** Returns false when it stands so already, or is gone. */
    boolean note(MailboxId id, MailboxState state, @Nullable String problem, Actor.Person person) {
        return jdbc.sql("""
                                UPDATE mailboxes SET state = :state, problem = :problem
                                 WHERE user_id = :user AND mailbox_id = :id AND removed_at IS NULL
                                   AND (state, problem) IS DISTINCT FROM (:state, :problem)
                                """)
                        .param("state", state.key())
                        .param("problem", problem, Types.VARCHAR)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    Optional<byte[]> cursor(MailboxId id, Actor.Person person) {
        return jdbc.sql("""
                        SELECT cursor FROM mailboxes
                         WHERE user_id = :user AND mailbox_id = :id AND cursor IS NOT NULL
                        """)
                .param("user", person.user().value())
                .param("id", id.value())
                .query((row, number) -> row.getBytes("cursor"))
                .optional();
    }

    void keepCursor(MailboxId id, byte @Nullable [] sealed, Actor.Person person) {
        jdbc.sql("""
                        UPDATE mailboxes SET cursor = :cursor
                         WHERE user_id = :user AND mailbox_id = :id AND removed_at IS NULL
                        """)
                .param("cursor", sealed, Types.BINARY)
                .param("user", person.user().value())
                .param("id", id.value())
                .update();
    }

    /** Forgets how far it was read. */
    void beginAnew(MailboxId id, Actor.Person person) {
        jdbc.sql(
                        "UPDATE mailboxes SET cursor = NULL, backfilled_to = NULL, listed_at = NULL WHERE user_id = :user AND mailbox_id = :id")
                .param("user", person.user().value())
                .param("id", id.value())
                .update();
    }

    void noteListed(MailboxId id, Instant since, Instant at, Actor.Person person) {
        jdbc.sql("""
                        UPDATE mailboxes SET backfilled_to = least(backfilled_to, :since), listed_at = :at
                         WHERE user_id = :user AND mailbox_id = :id AND removed_at IS NULL
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("user", person.user().value())
                .param("id", id.value())
                .update();
    }

    Optional<Instant> listedAt(MailboxId id, Actor.Person person) {
        return jdbc.sql("""
                        SELECT listed_at FROM mailboxes
                         WHERE user_id = :user AND mailbox_id = :id AND listed_at IS NOT NULL
                        """)
                .param("user", person.user().value())
                .param("id", id.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void noteScan(MailboxId id, Instant now, Actor.Person person) {
        jdbc.sql("""
                        UPDATE mailboxes SET last_scan_at = :now
                         WHERE user_id = :user AND mailbox_id = :id AND removed_at IS NULL
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("user", person.user().value())
                .param("id", id.value())
                .update();
    }

    private static Mailbox read(ResultSet row, Opener opener) throws SQLException {
        var id = new MailboxId(row.getObject("mailbox_id", UUID.class));
        var kind = MailboxKind.ofKey(row.getString("kind"));
        var sealed = row.getBytes("connection");
        return new Mailbox(
                id,
                row.getString("name"),
                kind,
                MailboxState.ofKey(row.getString("state")),
                row.getString("problem"),
                sealed == null ? null : opener.open(id, kind, sealed),
                time(row, "backfilled_to"),
                time(row, "last_scan_at"),
                new Version(row.getInt("version")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
