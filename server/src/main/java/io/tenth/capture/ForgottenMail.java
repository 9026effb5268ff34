package io.tenth.capture;

import io.tenth.audit.AuditLog;
import io.tenth.mail.MailboxMoved;
import io.tenth.mail.MailboxRemoved;
import io.tenth.mail.UploadRemoved;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.ScanId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does at once what the removal of a mailbox or a file means for capture, in the same transaction: scans stop. What was captured
 * goes afterwards, by {@link Removals}.
 */
@Component
class ForgottenMail {

    /** Rows of one statement, so that each ends in good time whatever the size of the mailbox. */
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final Removals removals;
    private final AuditLog audit;
    private final Clock clock;

    ForgottenMail(JdbcClient jdbc, Removals removals, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.removals = removals;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(MailboxRemoved removed) {
        stopScans(removed.mailbox(), removed.person());
        removals.begin(removed.mailbox(), removed.person());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UploadRemoved removed) {
        removals.begin(removed.file(), removed.person());
    }

    /** Where its messages lie says nothing of those of another account. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(MailboxMoved moved) {
        stopScans(moved.mailbox(), moved.person());
        deleteSeen(moved.mailbox(), moved.person());
    }

    /** Waits for the batch that a worker is storing; the worker finds its scan ended and stores no more. */
    private void stopScans(MailboxId mailbox, Actor.Person person) {
        var stopped = jdbc.sql("""
                        UPDATE scans SET state = 'cancelled', finished_at = :now
                         WHERE user_id = :user AND mailbox_id = :mailbox AND state IN ('queued', 'running')
                        RETURNING scan_id
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", person.user().value())
                .param("mailbox", mailbox.value())
                .query((row, number) -> new ScanId(row.getObject("scan_id", UUID.class)))
                .list();
        var details = Map.of("mailbox", mailbox.value().toString());
        audit.appendAll(
                stopped.stream()
                        .map(id ->
                                CaptureEvents.scan("scan.cancelled", id, person).with(details))
                        .toList(),
                person);
    }

    private void deleteSeen(MailboxId mailbox, Actor.Person person) {
        var after = new byte[0];
        var last = lastOfLot(after, mailbox, person);
        while (last.isPresent()) {
            jdbc.sql("""
                            DELETE FROM seen
                             WHERE user_id = :user AND mailbox_id = :mailbox AND key > :after AND key <= :last
                            """)
                    .param("user", person.user().value())
                    .param("mailbox", mailbox.value())
                    .param("after", after)
                    .param("last", last.get())
                    .update();
            after = last.get();
            last = lastOfLot(after, mailbox, person);
        }
    }

    private Optional<byte[]> lastOfLot(byte[] after, MailboxId mailbox, Actor.Person person) {
        return jdbc.sql("""
                        SELECT key FROM (SELECT key FROM seen
                                          WHERE user_id = :user AND mailbox_id = :mailbox AND key > :after
                                          ORDER BY key LIMIT :most) AS lot
                         ORDER BY key DESC LIMIT 1
                        """)
                .param("user", person.user().value())
                .param("mailbox", mailbox.value())
                .param("after", after)
                .param("most", MOST)
                .query(byte[].class)
                .optional();
    }
}
