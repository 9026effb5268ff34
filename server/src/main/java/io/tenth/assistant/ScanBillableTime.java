package io.tenth.assistant;

import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.capture.Scan;
import io.tenth.capture.ScanOutcomes;
import io.tenth.capture.Scans;
import io.tenth.capture.SoughtWords;
import io.tenth.client.Clients;
import io.tenth.identity.Scope;
import io.tenth.mail.Mailbox;
import io.tenth.mail.Mailboxes;
import io.tenth.settings.CaptureSettings;
import io.tenth.settings.PersonalSettings;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import io.tenth.shared.MailboxId;
import io.tenth.shared.ScanId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what a connected mailbox has sent and tells which time was found. It waits as long as the person's settings say; a scan
 * that takes longer goes on by itself, and the answer says how it stands. A scan that is under way already is waited for first;
 * where it reads what is asked for, it is the answer.
 */
@Component
public class ScanBillableTime implements Tool<ScanBillableTime.Arguments, ScanBillableTime.Result> {

    /** What it is called by. */
    public static final String NAME = "scan_billable_time";

    static final ToolDescription<Arguments, Result> DESCRIPTION = new ToolDescription<>(
            NAME,
            "Reads the person's sent mail of the last days and finds the time that it says was worked. What is found are proposals,"
                    + " which the person reviews; nothing is billed by it. Messages that were read before are not read again and"
                    + " their entries are in the answer. A long scan goes on in the background: the answer then has the state"
                    + " queued or running, and the same call later waits for it.",
            Scope.MAIL_WRITE,
            Effect.PROPOSALS,
            Set.of(ComplianceFlag.TIME_TRACKING, ComplianceFlag.CLIENT_DATA, ComplianceFlag.BILLABLE),
            Arguments.class,
            Result.class);

    /** The most proposals of a period that are looked at. */
    private static final int MOST_FOUND = 5_000;

    private final Scans scans;
    private final ScanOutcomes outcomes;
    private final ScanWatch watch;
    private final Mailboxes mailboxes;
    private final Clients clients;
    private final PersonalSettings settings;
    private final Clock clock;

    ScanBillableTime(
            Scans scans,
            ScanOutcomes outcomes,
            ScanWatch watch,
            Mailboxes mailboxes,
            Clients clients,
            PersonalSettings settings,
            Clock clock) {
        this.scans = scans;
        this.outcomes = outcomes;
        this.watch = watch;
        this.mailboxes = mailboxes;
        this.clients = clients;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public ToolDescription<Arguments, Result> description() {
        return DESCRIPTION;
    }

    @Override
    public Result call(Arguments asked, Actor.Person person) {
        var own = settings.of(person);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var end = now.plusSeconds(own.capture().processingTimeout());
        var sent = asked.sent(own.capture(), now);
        var begun = begin(mailbox(asked.mailbox(), person), sent, end, person);
        await(begun.scan(), end, person);
        return new ScanReport(
                        outcomes.of(begun.scan(), sent.since(), MOST_FOUND, person),
                        new ScanReport.Asked(sent.since(), sent.words(), begun.joined()),
                        clients.all(person),
                        own.keeping())
                .result(asked, person.user());
    }

    @Override
    public String text(Result result) {
        return "The scan is " + result.state() + ". " + result.totalProcessed() + " messages, "
                + result.totalTimeEntries() + " entries of the period, "
                + result.errors().size() + " problems.";
    }

    /**
     * The scan that is waited for.
     *
     * @param joined whether it is another one than was asked for
     */
    private record Begun(ScanId scan, boolean joined) {}

    /** Starts a scan, after the one that is under way; takes that one where it reads all that is asked for, or lasts too long. */
    private Begun begin(MailboxId mailbox, Scan.Subject.Sent sent, Instant end, Actor.Person person) {
        var active = outcomes.active(mailbox, person);
        if (active.isEmpty()) {
            return start(mailbox, sent, person);
        }
        var other = active.get();
        if (answers(other, sent)) {
            return new Begun(other.id(), false);
        }
        await(other.id(), end, person);
        return outcomes.active(mailbox, person).isPresent()
                ? new Begun(other.id(), true)
                : start(mailbox, sent, person);
    }

    private static boolean answers(Scan scan, Scan.Subject.Sent asked) {
        return switch (scan.subject()) {
            case Scan.Subject.File file -> false;
            case Scan.Subject.Sent sent ->
                !sent.automatic()
                        && !sent.since().isAfter(asked.since())
                        && sent.most() >= asked.most()
                        && sent.anew() == asked.anew()
                        && sent.words().equals(asked.words());
        };
    }

    private void await(ScanId scan, Instant end, Actor.Person person) {
        watch.await(scan, Duration.between(clock.instant(), end), person);
    }

    private Begun start(MailboxId mailbox, Scan.Subject.Sent sent, Actor.Person person) {
        try {
            return new Begun(scans.start(mailbox, sent, person), false);
        } catch (DomainException refused) {
            if (refused.code() != ErrorCode.CONFLICT) {
                throw refused;
            }
            return outcomes.active(mailbox, person)
                    .map(other -> new Begun(other.id(), !answers(other, sent)))
                    .orElseThrow(() -> refused);
        }
    }

    private MailboxId mailbox(@Nullable String asked, Actor.Person person) {
        var all = mailboxes.all(person);
        if (asked != null) {
            return all.stream()
                    .filter(mailbox -> mailbox.name().equalsIgnoreCase(asked.strip())
                            || mailbox.id().value().toString().equalsIgnoreCase(asked.strip()))
                    .findFirst()
                    .orElseThrow(() -> DomainException.notFound("mailbox"))
                    .id();
        }
        var connected =
                all.stream().filter(mailbox -> mailbox.connection() != null).toList();
        return switch (connected.size()) {
            case 0 -> throw DomainException.conflict("No mailbox is connected. Connect one first.");
            case 1 -> connected.getFirst().id();
            default ->
                throw DomainException.invalid("Name the mailbox, one of "
                        + connected.stream().map(Mailbox::name).collect(Collectors.joining(", ")) + ".");
        };
    }

    /** What is read, and what of it is told. */
    public record Arguments(
            @Described(
                    value = "How many days back; 7 when null and since_hours is null. Not together with since_hours.",
                    least = 1,
                    most = 30)
            @Nullable
            Integer dateRangeDays,

            @Described(value = "How many hours back, instead of date_range_days; 168 is a week.", least = 1, most = 720)
            @Nullable
            Integer sinceHours,

            @Described(
                    value =
                            "How many messages are read, newest first; those read before do not count. The person's setting"
                                    + " max_batch_size when null, which is 100 unless they changed it.",
                    least = 1,
                    most = 1000)
            @Nullable
            Integer maxEmails,

            @Described(
                    value =
                            "Read and tell only messages with all of these words in the subject, the recipients or the text;"
                                    + " others do not count for max_emails. Of messages that were read before, only the text"
                                    + " around the time is known.",
                    most = 500)
            @Nullable
            String queryFilter,

            @Described(
                    value =
                            "Tell only work for a client or matter whose name, code, number or other name has this in it.",
                    most = 200)
            @Nullable
            String clientFilter,

            @Described("Whether messages are passed over that were read before; true when null.") @Nullable
            Boolean useCache,

            @Described(
                    value = "Which mailbox, by its name or id; needed where several are connected.",
                    least = 1,
                    most = 200)
            @Nullable
            String mailbox) {

        private static final int USUAL_DAYS = 7;

        private Scan.Subject.Sent sent(CaptureSettings settings, Instant now) {
            var most = maxEmails == null ? settings.maxBatchSize() : maxEmails;
            return Scan.Subject.Sent.asked(period(), most, Boolean.FALSE.equals(useCache), now)
                    .with(SoughtWords.of(queryFilter));
        }

        private Duration period() {
            if (sinceHours != null && dateRangeDays != null) {
                throw DomainException.invalid("Give since_hours or date_range_days, not both.");
            }
            if (sinceHours != null) {
                return Duration.ofHours(sinceHours);
            }
            return Duration.ofDays(dateRangeDays == null ? USUAL_DAYS : dateRangeDays);
        }
    }

    /** A scan, and what was found in its period. */
    public record Result(
            @Described("The scan. It can be followed and cancelled by this id.")
            UUID batchId,

            UUID userId,
            UUID mailboxId,

            @Described(
                    value = "How the scan stands; the figures of one that is queued or running grow.",
                    words = {"queued", "running", "done", "failed", "cancelled"})
            String state,

            @Described("How far back the entries go.") Instant since,

            @Described(
                    "Whether another scan of the mailbox was still under way, so that the figures are of that one, and the"
                            + " asked one is still to be made.")
            boolean joined,

            @Described("Messages that were dealt with.") int totalProcessed,

            @Described("Entries of the period, after the filters, whichever scan has found them.")
            int totalTimeEntries,

            @Described("How long the scan has worked, without the time in which it waited for its turn.")
            long processingTimeMs,

            @Described("For a message.") BigDecimal averageProcessingTimeMs,

            @Described("Entries that the scan itself has found, for a second of its work.")
            BigDecimal throughputEntriesPerSecond,

            @Described("The share of messages that could be read, 0 to 1; null where none was dealt with.") @Nullable
            BigDecimal successRate,

            @Described("Over the entries, 0 to 1; null where there is none.") @Nullable
            BigDecimal averageConfidenceScore,

            @Described("Messages that were passed over because they were read before.")
            int cacheHits,

            @Described("Messages that were fetched and taken apart.")
            int cacheMisses,

            @Described("The heap that the answering server uses, for everybody.")
            int memoryUsageMb,

            @Described("Calls of the mail service.") int apiCallsMade,

            @Described("The entries, of the latest message first; at most 1000 of them.")
            List<WorkEntry> results,

            @Described("Entries that are counted and not shown.")
            int resultsOmitted,

            @Described("What could not be read, at most 200; and why the scan failed, where it did.")
            List<Problem> errors,

            Compliance complianceSummary,
            Audit auditSummary) {}

    /** Something that went wrong. */
    public record Problem(
            @FromMail @Described("Which message, as its mailbox names it; null for the scan as a whole.") @Nullable
            String emailId,

            @FromMail @Described("A sentence.") String error,

            @Described(
                    value = "The kind of trouble.",
                    words = {"unreadable", "too_long", "too_many", "engine_fault", "scan_failed"})
            String errorType) {}

    /** What a compliance officer asks of the entries. */
    public record Compliance(
            @Described("Entries that are time.") int timeTracking,
            @Described("Entries with data of clients.") int clientData,
            @Described("Entries that are to be charged.") int billable,

            @Described("Always true: what comes from mail is stored sealed.")
            boolean encryptionApplied,

            @Described("Always true: every change is recorded.")
            boolean auditLogging,

            @Described("For how many days the person keeps data.")
            int dataRetentionDays) {}

    /** What the audit log has of the scan. */
    public record Audit(
            @Described("Under which it is found there.") String correlationId,

            @Described("Events about the scan and its proposals.")
            int eventsRecorded,

            List<Events> operations) {}

    /** Events of one kind. */
    public record Events(String operation, int events) {}
}
