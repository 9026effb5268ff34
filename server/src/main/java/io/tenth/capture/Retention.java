package io.tenth.capture;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.Vault;
import io.tenth.identity.Accounts;
import io.tenth.mail.Messages;
import io.tenth.mail.Uploads;
import io.tenth.settings.PersonalSettings;
import io.tenth.shared.Actor;
import io.tenth.store.Patience;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes, each night, what came from a person's mail longer ago than their setting {@code data_retention_days} says, counted from
 * the day on which it was read: messages, proposals, the sentences beside accepted ones, reports of scans, files that were never
 * scanned; with them what a language model has said of those sentences, and whatever is remembered of that person's analyses, since
 * whose text it was is not known. What awaits a decision stays for at least 30 days from the day on which it was proposed, and what was split or merged
 * stays or goes as a whole. Time entries and the audit log are not touched. Which messages were read stays known, as keyed hashes: what was removed
 * does not come back with the next scan. What else is {@link Aged} goes with it.
 */
@Service
public class Retention {

    static final String NAME = "retention";

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final LocalTime NIGHT = LocalTime.of(2, 0);
    private static final int MINUTES_OF_NIGHT = 180;

    /** Somebody who was away for a while still finds what awaits their decision. */
    private static final Duration UNDECIDED = Duration.ofDays(30);

    /** Proposals of one transaction. What is left follows at once. */
    private static final int MOST = 500;

    /** Messages, scans and remembered analyses of one transaction, each. */
    private static final int MOST_ROWS = 5_000;

    /** Files of one transaction. */
    private static final int MOST_FILES = 100;

    private final OldMail old;
    private final AnalysisCache cache;
    private final Messages messages;
    private final Uploads uploads;
    private final List<Aged> others;
    private final PersonalSettings settings;
    private final Accounts accounts;
    private final Vault vault;
    private final AuditLog audit;
    private final Patience patience;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Retention(
            OldMail old,
            AnalysisCache cache,
            Messages messages,
            Uploads uploads,
            List<Aged> others,
            PersonalSettings settings,
            Accounts accounts,
            Vault vault,
            AuditLog audit,
            Patience patience,
            @Lazy SchedulerClient scheduler,
            Clock clock) {
        this.old = old;
        this.cache = cache;
        this.messages = messages;
        this.uploads = uploads;
        this.others = List.copyOf(others);
        this.settings = settings;
        this.accounts = accounts;
        this.vault = vault;
        this.audit = audit;
        this.patience = patience;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** What was removed. */
    private record Removed(
            List<AuditEvent> ofProposals,
            int proposals,
            int texts,
            int messages,
            int scans,
            int files,
            int others,
            int remembered) {

        boolean isNothing() {
            return proposals + texts + messages + scans + files + others == 0;
        }

        boolean isOfMail() {
            return proposals + texts + messages > 0;
        }

        boolean leavesMore() {
            return Math.max(proposals, texts) >= MOST
                    || Math.max(Math.max(messages, scans), remembered) >= MOST_ROWS
                    || others >= MOST_ROWS
                    || files >= MOST_FILES;
        }

        Map<String, ?> figures() {
            return Map.of(
                    "proposals",
                    proposals,
                    "texts",
                    texts,
                    "messages",
                    messages,
                    "scans",
                    scans,
                    "files",
                    files,
                    "others",
                    others);
        }
    }

    /** Sees to it that it is looked each night from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Actor.Person person) {
        old.holdNights(person);
        scheduler.scheduleIfNotExists(
                new TaskInstance<Void>(
                        NAME, OwnedTask.name(person, person.user().value())),
                nextNight(person));
    }

    /** Removes what is too old. Returns when to come again: at once where more is left than fits into one transaction. */
    @Transactional
    public Instant carryOut(Actor.Person person) {
        patience.extend();
        var days = settings.retentionDays(person);
        var before = clock.instant().minus(Duration.ofDays(days));
        var removed = remove(before, person);
        if (!removed.isNothing()) {
            if (removed.isOfMail()) {
                cache.forget(person);
            }
            audit.appendAll(removed.ofProposals(), person);
            audit.append(AuditEvent.of(
                            person,
                            "retention.carried_out",
                            "settings",
                            person.user().value())
                    .with(ComplianceFlag.CLIENT_DATA)
                    .with(Map.of("data_retention_days", days, "removed", removed.figures())));
            LOG.info("removed what is older than {} days: {}", days, removed.figures());
        }
        return removed.leavesMore() ? clock.instant() : nextNight(person);
    }

    private Removed remove(Instant before, Actor.Person person) {
        var lot = OldMail.Lot.before(before, clock.instant().minus(UNDECIDED), MOST);
        var gone = old.removeUnaccepted(lot, person);
        var blanked = old.keptWithText(lot, person);
        var seal = vault.sealOf(person);
        blanked.forEach(one -> old.blank(one.proposal(), person, seal));
        messages.blank(blanked.stream().map(OldMail.Old::message).distinct().toList(), person);
        var events = new ArrayList<AuditEvent>();
        gone.forEach(one -> events.add(CaptureEvents.proposal("proposal.removed", one.proposal(), person)));
        blanked.forEach(one -> events.add(CaptureEvents.proposal("proposal.text_removed", one.proposal(), person)));
        return new Removed(
                events.stream().map(event -> event.with(Map.of("reason", NAME))).toList(),
                gone.size(),
                blanked.size(),
                messages.forgetBefore(before, MOST_ROWS, person),
                old.removeScans(before, MOST_ROWS, person),
                uploads.removeBefore(before, MOST_FILES, person),
                others.stream()
                        .mapToInt(kind -> kind.removeBefore(before, MOST_ROWS, person))
                        .sum(),
                old.removeRemembered(before, MOST_ROWS, person));
    }

    /** At some time of the next night, where the person is. */
    private Instant nextNight(Actor.Person person) {
        var zone = accounts.own(person).zone();
        var tomorrow = LocalDate.ofInstant(clock.instant(), zone).plusDays(1);
        return tomorrow.atTime(NIGHT)
                .plusMinutes(ThreadLocalRandom.current().nextInt(MINUTES_OF_NIGHT))
                .atZone(zone)
                .toInstant();
    }
}
