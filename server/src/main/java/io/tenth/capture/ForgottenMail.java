package io.tenth.capture;

import io.tenth.crypto.Seal;
import io.tenth.crypto.Vault;
import io.tenth.mail.MailboxMoved;
import io.tenth.mail.MailboxRemoved;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.ProposalId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
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

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    ForgottenMail(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
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
        bringBackReplaced(mailbox, person);
        deleteUnaccepted(mailbox, person);
        var seal = vault.sealOf(person);
        accepted(mailbox, person).forEach(proposal -> blank(proposal, person, seal));
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
        jdbc.sql("""
                        UPDATE scans SET state = 'cancelled', finished_at = :now
                         WHERE user_id = :user AND mailbox_id = :mailbox AND state IN ('queued', 'running')
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", person.user().value())
                .param("mailbox", mailbox.value())
                .update();
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
        jdbc.sql("DELETE FROM seen WHERE user_id = :user AND mailbox_id = :mailbox")
                .param("user", person.user().value())
                .param("mailbox", mailbox.value())
                .update();
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

    /** Proposals of other mailboxes that were merged into one which goes. What comes back here may have been merged itself. */
    private void bringBackReplaced(MailboxId mailbox, Actor.Person person) {
        var brought = 1;
        while (brought > 0) {
            brought = jdbc.sql("""
                            UPDATE proposals SET state = 'proposed', decided_at = NULL, replaced_in = NULL
                             WHERE user_id = :user
                               AND replaced_in IN (SELECT p.made_in FROM proposals p JOIN messages m USING (user_id, message_id)
                                                    WHERE p.user_id = :user AND m.mailbox_id = :mailbox
                                                      AND p.made_in IS NOT NULL AND p.state = 'proposed')
                            """)
                    .param("user", person.user().value())
                    .param("mailbox", mailbox.value())
                    .update();
        }
    }

    private void deleteUnaccepted(MailboxId mailbox, Actor.Person person) {
        jdbc.sql("""
                        DELETE FROM proposals p USING messages m
                         WHERE p.user_id = :user AND m.user_id = p.user_id AND m.message_id = p.message_id
                           AND m.mailbox_id = :mailbox AND p.state <> 'accepted'
                        """)
                .param("user", person.user().value())
                .param("mailbox", mailbox.value())
                .update();
    }

    private List<ProposalId> accepted(MailboxId mailbox, Actor.Person person) {
        return jdbc.sql("""
                        SELECT p.proposal_id FROM proposals p JOIN messages m USING (user_id, message_id)
                         WHERE p.user_id = :user AND m.mailbox_id = :mailbox
                        """)
                .param("user", person.user().value())
                .param("mailbox", mailbox.value())
                .query((row, number) -> new ProposalId(row.getObject("proposal_id", UUID.class)))
                .list();
    }

    private void blank(ProposalId proposal, Actor.Person person, Seal seal) {
        jdbc.sql("""
                        UPDATE proposals SET excerpt = :excerpt, quote_start = 0, quote_end = 0
                         WHERE user_id = :user AND proposal_id = :id
                        """)
                .param("excerpt", seal.close(ProposalRow.place("excerpt", proposal), ""))
                .param("user", person.user().value())
                .param("id", proposal.value())
                .update();
    }
}
