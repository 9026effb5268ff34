package io.tenth.capture;

import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
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

/** What is left of removed mailboxes, beside their messages and proposals. */
@Repository
class RemovalRepository {

    private final JdbcClient jdbc;

    RemovalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A removal that is not over.
     *
     * @param correlation the id of the request that has begun it; null where it had none
     * @param at when it was begun
     */
    record Removal(@Nullable String correlation, Instant at) {}

    void noteCorrelation(MailboxId mailbox, @Nullable String correlation, Actor.Person person) {
        jdbc.sql("UPDATE mailboxes SET removal_id = :correlation WHERE user_id = :user AND mailbox_id = :mailbox")
                .param("correlation", correlation, Types.VARCHAR)
                .param("user", person.user().value())
                .param("mailbox", mailbox.value())
                .update();
    }

    Optional<Removal> find(MailboxId mailbox, Actor.Person person) {
        return jdbc.sql("""
                        SELECT removal_id, removed_at FROM mailboxes
                         WHERE user_id = :user AND mailbox_id = :mailbox AND removed_at IS NOT NULL AND emptied_at IS NULL
                        """)
                .param("user", person.user().value())
                .param("mailbox", mailbox.value())
                .query((row, number) -> new Removal(
                        row.getString("removal_id"),
                        row.getObject("removed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Mailboxes that were removed before then and are not empty yet. */
    List<MailboxId> removedBefore(Instant time, Actor.Person person) {
        return jdbc.sql(
                        "SELECT mailbox_id FROM mailboxes WHERE user_id = :user AND removed_at < :time AND emptied_at IS NULL")
                .param("user", person.user().value())
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new MailboxId(row.getObject("mailbox_id", UUID.class)))
                .list();
    }

    void noteEmptied(MailboxId mailbox, Actor.Person person, Instant now) {
        jdbc.sql("UPDATE mailboxes SET emptied_at = :now WHERE user_id = :user AND mailbox_id = :mailbox")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("user", person.user().value())
                .param("mailbox", mailbox.value())
                .update();
    }

    /** Deletes what the scans of removed mailboxes could not read, at most so many. Returns how many. */
    int deleteProblems(int most, Actor.Person person) {
        return jdbc.sql("""
                        DELETE FROM scan_errors
                         WHERE user_id = :user
                           AND ctid = ANY (ARRAY(
                               SELECT e.ctid FROM scan_errors e
                                 JOIN scans s USING (user_id, scan_id)
                                 JOIN mailboxes b ON b.user_id = s.user_id AND b.mailbox_id = s.mailbox_id
                                WHERE e.user_id = :user AND b.removed_at IS NOT NULL
                                LIMIT :most))
                        """)
                .param("user", person.user().value())
                .param("most", most)
                .update();
    }

    /** Forgets which messages were seen in removed mailboxes, at most so many. Returns how many. */
    int deleteSeen(int most, Actor.Person person) {
        return jdbc.sql("""
                        DELETE FROM seen
                         WHERE user_id = :user
                           AND ctid = ANY (ARRAY(
                               SELECT e.ctid FROM seen e JOIN mailboxes b USING (user_id, mailbox_id)
                                WHERE e.user_id = :user AND b.removed_at IS NOT NULL
                                LIMIT :most))
                        """)
                .param("user", person.user().value())
                .param("most", most)
                .update();
    }
}
