package io.tenth.capture;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.Vault;
import io.tenth.mail.MailboxMoved;
import io.tenth.mail.MailboxRemoved;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.ScanId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets what was captured from a mailbox that its owner removes, in the same transaction. Its scans stop; what was not accepted
 * goes; an accepted proposal stays as the origin of a time entry, without the text of the mail. A message that lies in another
 * mailbox too goes on as that one's.
 */
@Component
class ForgottenMail {

    /** Rows of one statement, so that each ends in good time whatever the size of the mailbox. */
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final OldMail old;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    ForgottenMail(JdbcClient jdbc, OldMail old, Vault vault, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.old = old;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(MailboxRemoved removed) {
        var person = removed.person();
        var mailbox = removed.mailbox();
        stopScans(mailbox, person);
        deleteProblems(mailbox, person);
        deleteSeen(mailbox, person);
        giveToOtherMailboxes(mailbox, person);
        removeProposals(mailbox, person);
    }

    /** Where its messages lie says nothing of those of another account. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(MailboxMoved moved) {
        stopScans(moved.mailbox(), moved.person());
        deleteSeen(moved.mailbox(), moved.person());
    }

    private void removeProposals(MailboxId mailbox, Actor.Person person) {
        var lot = OldMail.Lot.of(mailbox, MOST);
        old.bringBackReplaced(lot, person);
        var gone = old.removeUnaccepted(lot, person);
        recordProposals("proposal.removed", gone, mailbox, person);
        while (gone.size() == MOST) {
            gone = old.removeUnaccepted(lot, person);
            recordProposals("proposal.removed", gone, mailbox, person);
        }
        var blanked = blank(lot, person);
        recordProposals("proposal.text_removed", blanked, mailbox, person);
        while (blanked.size() == MOST) {
            blanked = blank(lot, person);
            recordProposals("proposal.text_removed", blanked, mailbox, person);
        }
    }

    private List<ProposalId> blank(OldMail.Lot lot, Actor.Person person) {
        var seal = vault.sealOf(person);
        var kept = old.keptWithText(lot, person).stream()
                .map(OldMail.Kept::proposal)
                .toList();
        kept.forEach(id -> old.blank(id, person, seal));
        return kept;
    }

    private void recordProposals(String operation, List<ProposalId> ids, MailboxId mailbox, Actor.Person person) {
        record(
                ids.stream()
                        .map(id -> CaptureEvents.proposal(operation, id, person))
                        .toList(),
                mailbox,
                person);
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
        record(
                stopped.stream()
                        .map(id -> CaptureEvents.scan("scan.cancelled", id, person))
                        .toList(),
                mailbox,
                person);
    }

    private void record(List<AuditEvent> events, MailboxId mailbox, Actor.Person person) {
        var details = Map.of("mailbox", mailbox.value().toString());
        audit.appendAll(events.stream().map(event -> event.with(details)).toList(), person);
    }

    private void deleteProblems(MailboxId mailbox, Actor.Person person) {
        jdbc.sql("""
                        DELETE FROM scan_errors e USING scans s
                         WHERE e.user_id = :user AND s.user_id = e.user_id AND s.scan_id = e.scan_id
                           AND s.mailbox_id = :mailbox
                        """)
                .param("user", person.user().value())
                .param("mailbox", mailbox.value())
                .update();
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

    private void giveToOtherMailboxes(MailboxId mailbox, Actor.Person person) {
        jdbc.sql("""
                        UPDATE messages m SET mailbox_id = other.mailbox_id
                          FROM (SELECT DISTINCT ON (message_id) message_id, mailbox_id FROM seen
                                 WHERE user_id = :user AND message_id IS NOT NULL
                                 ORDER BY message_id, mailbox_id) other
                         WHERE m.user_id = :user AND m.mailbox_id = :mailbox AND m.message_id = other.message_id
                        """)
                .param("user", person.user().value())
                .param("mailbox", mailbox.value())
                .update();
    }
}
