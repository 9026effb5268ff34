package io.tenth.mail;

import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MailboxRepository {

    private final JdbcClient jdbc;

    MailboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Mailbox> all(Actor.Person person) {
        return jdbc.sql("SELECT mailbox_id, name, created_at FROM mailboxes WHERE user_id = :user ORDER BY name")
                .param("user", person.user().value())
                .query((row, number) -> read(row))
                .list();
    }

    Optional<Mailbox> find(MailboxId id, Actor.Person person) {
        return jdbc.sql("SELECT mailbox_id, name, created_at FROM mailboxes WHERE user_id = :user AND mailbox_id = :id")
                .param("user", person.user().value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    Optional<MailboxId> findNamed(String name, Actor.Person person) {
        return jdbc.sql("SELECT mailbox_id FROM mailboxes WHERE user_id = :user AND name = :name")
                .param("user", person.user().value())
                .param("name", name)
                .query(UUID.class)
                .optional()
                .map(MailboxId::new);
    }

    /** Returns false when the person has a mailbox of that name. */
    boolean insert(MailboxId id, String name, Actor.Person person, Instant now) {
        return jdbc.sql("""
                                INSERT INTO mailboxes (user_id, mailbox_id, name, kind, created_at)
                                VALUES (:user, :id, :name, 'file', :now)
                                ON CONFLICT (user_id, name) DO NOTHING
                                """)
                        .param("user", person.user().value())
                        .param("id", id.value())
                        .param("name", name)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Mailbox read(ResultSet row) throws SQLException {
        return new Mailbox(
                new MailboxId(row.getObject("mailbox_id", UUID.class)),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
