package io.tenth.capture;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.Vault;
import io.tenth.mail.Messages;
import io.tenth.mail.Uploads;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.UploadId;
import io.tenth.store.Patience;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes away what was captured from removed mailboxes, and the pieces of files that were given up: a lot in each transaction, however
 * much there is, so that nobody waits for it and a crash costs one lot. What was not accepted goes; an accepted proposal stays as the
 * origin of a time entry, without the text of the mail. A message that lies in another mailbox too goes on as that one's. Nothing of
 * all this is shown from the moment of the removal.
 *
 * <p>Between two lots everything is as it may stay. So the same account may be connected again at any time: what is read again stays
 * with all that is left of it, and what went before is proposed anew.
 *
 * <p>What a lot takes is named by where it lies (ctid), which no lack of figures about a new person leads the database to look up
 * among all that the person has. Nobody changes it meanwhile: whoever meets one of its messages again waits for the lot.
 */
@Service
class Removals {

    static final String OF_MAILBOX = "mailbox-removal";
    static final String OF_FILE = "upload-removal";

    /** Proposals of one lot, each of which is recorded. */
    private static final int MOST = 500;

    /** Behind every scan, for which somebody may wait. */
    private static final int PRIORITY = -500;

    private static final int MOST_ROWS = 5_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final RemovalRepository repository;
    private final OldMail old;
    private final Messages messages;
    private final Uploads uploads;
    private final Vault vault;
    private final AuditLog audit;
    private final Patience patience;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Removals(
            RemovalRepository repository,
            OldMail old,
            Messages messages,
            Uploads uploads,
            Vault vault,
            AuditLog audit,
            Patience patience,
            @Lazy SchedulerClient scheduler,
            Clock clock) {
        this.repository = repository;
        this.old = old;
        this.messages = messages;
        this.uploads = uploads;
        this.vault = vault;
        this.audit = audit;
        this.patience = patience;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Sees to it that a mailbox is emptied which is removed in this transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(MailboxId mailbox, Actor.Person person) {
        repository.noteCorrelation(mailbox, Correlation.current(), person);
        schedule(OF_MAILBOX, mailbox.value(), person);
    }

    /** Sees to it that the pieces of a file go which is given up in this transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(UploadId file, Actor.Person person) {
        schedule(OF_FILE, file.value(), person);
    }

    /** Begins what nobody has begun: a server of the version before removes a mailbox without more ado. */
    @Transactional
    public void beginForgotten(Actor.Person person) {
        repository
                .removedBefore(clock.instant().minus(FORGOTTEN_AFTER), person)
                .forEach(mailbox -> schedule(OF_MAILBOX, mailbox.value(), person));
    }

    /** The id under which a mailbox is emptied: of the request that has removed it, else its own. */
    @Transactional(readOnly = true)
    public String correlation(MailboxId mailbox, Actor.Person person) {
        return repository
                .find(mailbox, person)
                .map(RemovalRepository.Removal::correlation)
                .orElseGet(() -> mailbox.value().toString());
    }

    /** Takes a lot away of what is left of removed mailboxes. Returns whether there may be more. */
    @Transactional
    public boolean emptySome(MailboxId mailbox, Actor.Person person) {
        patience.extend();
        messages.holdRemoval(person);
        var removal = repository.find(mailbox, person);
        if (removal.isEmpty()) {
            return false;
        }
        removeMade(person);
        var isFull = Stream.<Predicate<Actor.Person>>of(
                        this::removeUnaccepted,
                        this::blankAccepted,
                        of -> repository.deleteProblems(MOST_ROWS, of) == MOST_ROWS,
                        of -> messages.forgetGone(MOST_ROWS, of) == MOST_ROWS,
                        of -> messages.giveToOtherMailboxes(MOST_ROWS, of) == MOST_ROWS,
                        of -> messages.blankGone(MOST, of) == MOST,
                        of -> repository.deleteSeen(MOST_ROWS, of) == MOST_ROWS,
                        of -> old.removeRemembered(removal.get().at(), MOST_ROWS, of) == MOST_ROWS,
                        uploads::deleteSome)
                .anyMatch(lot -> lot.test(person));
        if (!isFull) {
            repository.noteEmptied(mailbox, person, clock.instant());
        }
        return isFull;
    }

    /** Takes a lot away of the files that were given up. Returns whether there may be more. */
    @Transactional
    public boolean deleteSomePieces(Actor.Person person) {
        patience.extend();
        return uploads.deleteSome(person);
    }

    private void schedule(String name, UUID thing, Actor.Person person) {
        scheduler.scheduleIfNotExists(new TaskInstance.Builder<Void>(name, OwnedTask.name(person, thing))
                .priority(PRIORITY)
                .scheduledTo(clock.instant()));
    }

    /** Whole, before anything that it was made of goes or comes back by itself. */
    private void removeMade(Actor.Person person) {
        var lot = OldMail.Lot.gone(MOST);
        old.bringBackReplaced(lot, person);
        record("proposal.removed", old.removeMade(lot, person), person);
    }

    private boolean removeUnaccepted(Actor.Person person) {
        var gone = old.removeUnaccepted(OldMail.Lot.gone(MOST), person);
        record("proposal.removed", gone, person);
        return gone.size() == MOST;
    }

    private boolean blankAccepted(Actor.Person person) {
        var seal = vault.sealOf(person);
        var kept = old.keptWithText(OldMail.Lot.gone(MOST), person);
        kept.forEach(one -> old.blank(one.proposal(), person, seal));
        record("proposal.text_removed", kept, person);
        return kept.size() == MOST;
    }

    private void record(String operation, List<OldMail.Old> proposals, Actor.Person person) {
        audit.appendAll(
                proposals.stream()
                        .map(one -> CaptureEvents.proposal(operation, one.proposal(), person)
                                .with(Map.of("mailbox", one.mailbox().value().toString())))
                        .toList(),
                person);
    }
}
