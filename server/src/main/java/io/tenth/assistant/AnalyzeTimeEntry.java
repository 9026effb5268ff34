package io.tenth.assistant;

import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.capture.ScanOutcomes;
import io.tenth.capture.TextAnalysis;
import io.tenth.client.Clients;
import io.tenth.identity.Account;
import io.tenth.identity.Accounts;
import io.tenth.identity.Scope;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the time in one text, with what speaks for and against, and stores nothing; or tells what was found in a message. */
@Component
public class AnalyzeTimeEntry implements Tool<AnalyzeTimeEntry.Arguments, AnalyzeTimeEntry.Result> {

    static final ToolDescription<Arguments, Result> DESCRIPTION = new ToolDescription<>(
            "analyze_time_entry",
            "Finds the time that one text says its author has worked, with the evidence, the reasoning and the audit trail of each"
                    + " entry, and the amounts that were not taken for work. Nothing is stored. With email_id it tells what was"
                    + " found in a message that a scan has read.",
            Scope.MAIL_READ,
            Effect.NONE,
            Set.of(ComplianceFlag.TIME_TRACKING, ComplianceFlag.CLIENT_DATA),
            Arguments.class,
            Result.class);

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private final TextAnalysis analysis;
    private final ScanOutcomes outcomes;
    private final Clients clients;
    private final Accounts accounts;
    private final Clock clock;

    AnalyzeTimeEntry(TextAnalysis analysis, ScanOutcomes outcomes, Clients clients, Accounts accounts, Clock clock) {
        this.analysis = analysis;
        this.outcomes = outcomes;
        this.clients = clients;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public ToolDescription<Arguments, Result> description() {
        return DESCRIPTION;
    }

    @Override
    public Result call(Arguments asked, Actor.Person person) {
        if ((asked.text() == null) == (asked.emailId() == null)) {
            throw DomainException.invalid("Give text or email_id, one of the two.");
        }
        var codes = new Codes(clients.all(person));
        return asked.emailId() != null
                ? ofMessage(asked.emailId(), codes, person)
                : ofText(asked.text(asked.text(), accounts.own(person), clock.instant()), codes, person);
    }

    @Override
    public String text(Result result) {
        var minutes =
                result.entries().stream().mapToInt(WorkEntry::durationMinutes).sum();
        return result.entries().size() + " entries, " + minutes + " minutes; "
                + result.considered().size() + " amounts were not taken for work.";
    }

    private Result ofMessage(String email, Codes codes, Actor.Person person) {
        var known = outcomes.ofMessage(email, person);
        var entries = known.found().stream()
                .map(proposal -> WorkEntry.of(proposal, WorkEntry.Origin.stored(proposal, known.readings()), codes))
                .toList();
        return new Result(email, entries, List.of(), null, null);
    }

    private Result ofText(TextAnalysis.Text text, Codes codes, Actor.Person person) {
        var answer = answer(text, person);
        var milliseconds = answer.took().toMillis();
        var origin = new WorkEntry.Origin(Tools.correlation(), false, milliseconds, null);
        return new Result(
                null,
                answer.proposals().stream()
                        .map(proposal -> WorkEntry.of(proposal, origin, codes))
                        .toList(),
                answer.passedOver().stream().map(Considered::of).toList(),
                answer.version(),
                milliseconds);
    }

    private TextAnalysis.Answer answer(TextAnalysis.Text text, Actor.Person person) {
        try {
            return analysis.of(text, person);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw DomainException.busy("The server is stopping. Try again in a moment.");
        }
    }

    /** A text, or a message that was read. */
    public record Arguments(
            @Described(
                    value = "A message that a scan has read: the email_id of an entry, or the Message-ID of the mail.",
                    least = 1,
                    most = 1000)
            @Nullable
            String emailId,

            @Described(
                    value = "The text to analyse, as its author wrote it, instead of email_id.",
                    least = 1,
                    most = 300_000)
            @Nullable
            String text,

            @Described(value = "The subject of the text, where it is known.", most = 1000) @Nullable
            String subject,

            @Described("When it was sent; now when null. The days that it speaks of are counted from there.") @Nullable
            Instant sentAt,

            @Described(value = "The author's address line; the person's own when null.", most = 1000) @Nullable
            String from,

            @Described(value = "The recipients' address line.", most = 10_000) @Nullable
            String to) {

        private TextAnalysis.Text text(@Nullable String body, Account account, Instant now) {
            return new TextAnalysis.Text(
                    Objects.requireNonNull(body, "text"),
                    Objects.requireNonNullElse(subject, ""),
                    sent(now).atZone(account.zone()).toOffsetDateTime(),
                    Objects.requireNonNullElse(from, account.email()),
                    Objects.requireNonNullElse(to, ""));
        }

        private Instant sent(Instant now) {
            if (sentAt != null && (sentAt.isBefore(EARLIEST) || sentAt.isAfter(LATEST))) {
                throw DomainException.invalid("sent_at", "A mail is sent between the years 1970 and 2999.");
            }
            return Objects.requireNonNullElse(sentAt, now);
        }
    }

    /** What was found. */
    public record Result(
            @FromMail @Described("The message that was asked for; null for a text.") @Nullable
            String emailId,

            @Described("The work that it tells of, in the order of the text.")
            List<WorkEntry> entries,

            @Described("Amounts of time that were not taken for work of the author; only of a text.")
            List<Considered> considered,

            @Described("The build that analysed it; null for a message.") @Nullable
            String engineVersion,

            @Described("How long the analysis took; null for a message, which was analysed before.") @Nullable
            Long processingTimeMs) {}

    /** An amount of time that was not taken for work. */
    public record Considered(
            @FromMail @Described("The words around it.") String text,
            @Described("The amount.") int minutes,

            @Described("How likely it is work, 0 to 1: less than one half.")
            BigDecimal confidenceScore,

            @Described("What spoke for and against, the weightiest first.")
            List<String> reasoning) {

        private static Considered of(TextAnalysis.PassedOver passedOver) {
            return new Considered(
                    passedOver.text(),
                    passedOver.minutes(),
                    BigDecimal.valueOf(passedOver.confidence()).setScale(3, RoundingMode.HALF_UP),
                    passedOver.reasons());
        }
    }
}
