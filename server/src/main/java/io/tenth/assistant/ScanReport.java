package io.tenth.assistant;

import io.tenth.capture.Proposal;
import io.tenth.capture.Reading;
import io.tenth.capture.ScanOutcome;
import io.tenth.capture.SoughtWords;
import io.tenth.client.Client;
import io.tenth.settings.KeepingSettings;
import io.tenth.shared.UserId;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what a scan has to show into the form in which the tool answers it. */
record ScanReport(ScanOutcome outcome, ScanReport.Asked scan, List<Client> directory, KeepingSettings keeping) {

    /**
     * What was asked for.
     *
     * @param since how far back the entries go
     * @param words that a message must have to be told
     * @param joined whether the scan was begun by somebody else, and may read something else
     */
    record Asked(Instant since, SoughtWords words, boolean joined) {}

    private static final int MOST_RESULTS = 1_000;
    private static final int BYTES_IN_MEGABYTE = 1 << 20;
    private static final BigDecimal MILLIS_IN_SECOND = BigDecimal.valueOf(1000);

    ScanBillableTime.Result result(ScanBillableTime.Arguments asked, UserId user) {
        var figures = outcome.figures();
        var found = found(asked);
        var millis = figures.worked().toMillis();
        return new ScanBillableTime.Result(
                figures.id().value(),
                user.value(),
                figures.mailbox().value(),
                figures.state().name().toLowerCase(Locale.ROOT),
                scan.since(),
                scan.joined(),
                figures.processed(),
                found.size(),
                millis,
                ratio(millis, figures.processed(), BigDecimal.ZERO),
                ratio(figures.proposals(), millis, BigDecimal.ZERO)
                        .multiply(MILLIS_IN_SECOND)
                        .setScale(1, RoundingMode.HALF_UP),
                figures.processed() == 0
                        ? null
                        : ratio(figures.processed() - figures.unreadable(), figures.processed(), BigDecimal.ONE),
                confidence(found),
                figures.passedOver(),
                figures.read(),
                usedMegabytes(),
                figures.calls(),
                entries(found),
                Math.max(0, found.size() - MOST_RESULTS),
                problems(),
                compliance(found),
                audit());
    }

    private List<Proposal> found(ScanBillableTime.Arguments asked) {
        var filter = WorkFilter.of(asked.clientFilter(), directory);
        return outcome.found().stream()
                .filter(proposal ->
                        filter.takes(proposal.work().matter(), proposal.work().clientMatter()))
                .filter(this::isSought)
                .toList();
    }

    /** What the scan has read itself, it has read for these words. */
    private boolean isSought(Proposal proposal) {
        var evidence = proposal.evidence();
        return scan.words().areIn(evidence.subject(), evidence.recipients(), evidence.excerpt())
                || (!scan.joined()
                        && outcome.figures().id().equals(reading(proposal).scan()));
    }

    private Reading reading(Proposal proposal) {
        return outcome.readings().getOrDefault(proposal.id(), Reading.UNKNOWN);
    }

    private List<WorkEntry> entries(List<Proposal> found) {
        var codes = new Codes(directory);
        return found.stream()
                .limit(MOST_RESULTS)
                .map(proposal -> WorkEntry.of(proposal, WorkEntry.Origin.stored(proposal, outcome.readings()), codes))
                .toList();
    }

    private static @Nullable BigDecimal confidence(List<Proposal> found) {
        var average = found.stream()
                .mapToDouble(proposal -> proposal.evidence().confidence())
                .average();
        return average.isEmpty()
                ? null
                : BigDecimal.valueOf(average.getAsDouble()).setScale(3, RoundingMode.HALF_UP);
    }

    private List<ScanBillableTime.Problem> problems() {
        var failure = outcome.figures().failure();
        return Stream.concat(
                        failure == null
                                ? Stream.empty()
                                : Stream.of(new ScanBillableTime.Problem(null, failure, "scan_failed")),
                        outcome.problems().stream()
                                .map(problem -> new ScanBillableTime.Problem(
                                        problem.location(),
                                        problem.reason(),
                                        problem.trouble().key())))
                .toList();
    }

    private ScanBillableTime.Compliance compliance(List<Proposal> found) {
        var billable = (int)
                found.stream().filter(proposal -> proposal.work().billable()).count();
        return new ScanBillableTime.Compliance(
                found.size(), found.size(), billable, true, true, keeping.dataRetentionDays());
    }

    private ScanBillableTime.Audit audit() {
        var events = outcome.events().entrySet().stream()
                .map(kind -> new ScanBillableTime.Events(kind.getKey(), kind.getValue()))
                .toList();
        return new ScanBillableTime.Audit(
                outcome.figures().correlation(),
                events.stream().mapToInt(ScanBillableTime.Events::events).sum(),
                events);
    }

    private static BigDecimal ratio(long part, long whole, BigDecimal ofNothing) {
        return whole == 0
                ? ofNothing
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }

    private static int usedMegabytes() {
        var used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return Math.toIntExact(used / BYTES_IN_MEGABYTE);
    }
}
