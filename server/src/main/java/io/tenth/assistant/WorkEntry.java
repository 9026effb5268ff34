package io.tenth.assistant;

import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.capture.Proposal;
import io.tenth.capture.Reading;
import io.tenth.shared.ProposalId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Work that a message says was done, with its evidence. */
public record WorkEntry(
        @Described("The proposal, to review it by; null where nothing is stored.") @Nullable
        UUID proposalId,

        @Described("The message, as Tenth names it; null where nothing is stored.") @Nullable
        UUID emailId,

        @Described(
                value = "What has become of it.",
                words = {"proposed", "accepted", "rejected"})
        String state,

        @Described("Worked, 0 to 1440.") int durationMinutes,
        @Described("Worked, 0 to 24.") BigDecimal hoursLogged,

        @Described("Billed, by the rules of today or by the person's word.")
        int billedMinutes,

        @Described(
                value = "The kind of work.",
                words = {"call", "meeting", "research", "drafting", "review", "travel", "other"})
        String entryType,

        @Described("The day of the work.") LocalDate datePerformed,

        @FromMail
        @Described("For whom, as the directory or the mail names it; null where the mail names nobody.")
        @Nullable
        String clientMatter,

        @OfDirectory @Described("The client's code in the directory.") @Nullable
        String clientCode,

        @OfDirectory @Described("The matter's number in the directory.") @Nullable
        String projectCode,

        @FromMail @Described("The work in a few words.") String activityDescription,
        @Described("Whose rates apply.") @Nullable String rateCategory,

        @Described("What an hour costs on that day; null where nobody has said.") @Nullable
        BigDecimal billingRate,

        @Described("Of the rate.") @Nullable String currency,
        @Described("Whether it is to be charged.") boolean billable,
        @Described("How likely it is right, 0 to 1.") BigDecimal confidenceScore,

        @FromMail @Described("The words of the message that say so, at most 500 characters.")
        String extractedText,

        @Described("Where they begin in the context, in UTF-16 code units.")
        int extractedTextStart,

        @Described("Where they end.") int extractedTextEnd,

        @FromMail @Described("The words with a little of the text around them.")
        String context,

        @Described("What has found it: engine, which works by rules and learnt weights, without a language model.")
        String extractionMethod,

        @Described("What spoke for it, the strongest first.")
        List<String> reasoning,

        @Described("Why it may be counted already, in sentences.")
        List<String> doubts,

        AuditTrail auditTrail,

        @Described("Why a compliance officer would look at it: TIME_TRACKING, CLIENT_DATA, BILLABLE.")
        List<String> complianceFlags,

        @Described("How long its message took to be analysed; null where that was not kept.") @Nullable
        Long processingTimeMs,

        @Described("When it was made.") Instant createdAt,
        @Described("When its message was analysed.") Instant processedAt) {

    private static final String METHOD = "engine";
    private static final int LONGEST_TEXT = 500;
    private static final BigDecimal MINUTES_IN_HOUR = BigDecimal.valueOf(60);

    /** How it came about. */
    public record AuditTrail(
            @Described("Under which the audit log has it: the request that found it, or had a scan find it.")
            String correlationId,

            @Described("What has found it.") String extractionMethod,

            @Described("What spoke for it most; null where nothing did.") @Nullable
            String patternMatched,

            @Described("Whether it is stored, and then sealed under the person's own key.")
            boolean encryptionApplied,

            @Described("Whether its owner's settings approved it.")
            boolean autoApproved) {

        private static AuditTrail of(Proposal proposal, Origin origin) {
            return new AuditTrail(
                    origin.correlation(),
                    METHOD,
                    proposal.evidence().reasons().stream().findFirst().orElse(null),
                    origin.stored(),
                    proposal.course().autoApproved());
        }
    }

    /**
     * Where an entry comes from.
     *
     * @param processingTimeMs null where it was not kept
     * @param processedAt null where it was made and processed at once
     */
    record Origin(
            String correlation,
            boolean stored,
            @Nullable Long processingTimeMs,
            @Nullable Instant processedAt) {

        /** Of a stored one: the scan that has found it, where that is still known. */
        static Origin stored(Proposal proposal, Map<ProposalId, Reading> readings) {
            var reading = readings.getOrDefault(proposal.id(), Reading.UNKNOWN);
            var correlation = reading.correlation();
            var millis = reading.millis();
            return new Origin(
                    correlation == null ? Tools.correlation() : correlation,
                    true,
                    millis == null ? null : millis.longValue(),
                    reading.at());
        }
    }

    static WorkEntry of(Proposal proposal, Origin origin, Codes codes) {
        var work = proposal.work();
        var evidence = proposal.evidence();
        var charge = proposal.billed().charge();
        var code = codes.of(work.matter());
        var end = Math.min(evidence.quoteEnd(), evidence.quoteStart() + LONGEST_TEXT);
        return new WorkEntry(
                origin.stored() ? proposal.id().value() : null,
                origin.stored() ? evidence.message().value() : null,
                proposal.state().key(),
                work.minutes(),
                BigDecimal.valueOf(work.minutes()).divide(MINUTES_IN_HOUR, 2, RoundingMode.HALF_UP),
                proposal.billed().minutes(),
                work.type().key(),
                work.day(),
                work.clientMatter(),
                code.client(),
                code.matter(),
                work.description(),
                charge.category(),
                charge.rate(),
                charge.currency(),
                work.billable(),
                BigDecimal.valueOf(evidence.confidence()).setScale(3, RoundingMode.HALF_UP),
                evidence.excerpt().substring(evidence.quoteStart(), end),
                evidence.quoteStart(),
                end,
                evidence.excerpt(),
                METHOD,
                evidence.reasons(),
                proposal.doubts().stream()
                        .map(doubt -> doubt.reason().sentence())
                        .toList(),
                AuditTrail.of(proposal, origin),
                flags(work.billable()),
                origin.processingTimeMs(),
                proposal.createdAt(),
                origin.processedAt() == null ? proposal.createdAt() : origin.processedAt());
    }

    /** What comes from mail is a client's data, whether a client is named in it or not. */
    private static List<String> flags(boolean billable) {
        return Stream.concat(
                        Stream.of(ComplianceFlag.TIME_TRACKING, ComplianceFlag.CLIENT_DATA),
                        billable ? Stream.of(ComplianceFlag.BILLABLE) : Stream.empty())
                .map(Enum::name)
                .toList();
    }
}
