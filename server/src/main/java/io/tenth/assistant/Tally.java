package io.tenth.assistant;

import io.tenth.capture.Proposal;
import io.tenth.entry.TimeEntry;
import io.tenth.shared.MatterId;
import io.tenth.shared.WorkType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pieces of work of every stage, ready to be added up. */
record Tally(List<Piece> pieces) {

    private static final BigDecimal SECONDS_IN_HOUR = BigDecimal.valueOf(3600);
    private static final int SECONDS_IN_MINUTE = 60;

    /** What has become of time that was worked. */
    enum Stage {
        /** It is a time entry. */
        APPROVED,
        PROPOSED,
        REJECTED
    }

    /**
     * Some work.
     *
     * @param billed in minutes
     */
    record Piece(
            Stage stage,
            LocalDate day,
            WorkType type,
            boolean billable,
            @Nullable MatterId matter,
            @Nullable String clientMatter,
            Duration worked,
            int billed) {

        static Piece of(TimeEntry entry) {
            var work = entry.work();
            return new Piece(
                    Stage.APPROVED,
                    entry.time().day(),
                    work.type(),
                    work.billable(),
                    work.matter(),
                    work.clientMatter(),
                    Objects.requireNonNull(entry.duration(), "it has ended"),
                    Objects.requireNonNullElse(entry.billedMinutes(), 0));
        }

        static Piece of(Proposal proposal) {
            var work = proposal.work();
            return new Piece(
                    proposal.state() == Proposal.State.REJECTED ? Stage.REJECTED : Stage.PROPOSED,
                    work.day(),
                    work.type(),
                    work.billable(),
                    work.matter(),
                    work.clientMatter(),
                    Duration.ofMinutes(work.minutes()),
                    proposal.billed().minutes());
        }
    }

    GetTimeTrackingSummary.Sums of(Stage stage) {
        var those = pieces.stream().filter(piece -> piece.stage() == stage).toList();
        var billable = seconds(those.stream().filter(Piece::billable));
        var other = seconds(those.stream().filter(piece -> !piece.billable()));
        return new GetTimeTrackingSummary.Sums(
                those.size(),
                hours(billable + other),
                hours(billable),
                hours(other),
                hours(those.stream().mapToLong(Piece::billed).sum() * SECONDS_IN_MINUTE));
    }

    /** By which the largest comes first, whatever its stage. */
    long seconds() {
        return seconds(pieces.stream());
    }

    private static long seconds(Stream<Piece> pieces) {
        return pieces.mapToLong(piece -> piece.worked().toSeconds()).sum();
    }

    private static BigDecimal hours(long seconds) {
        return BigDecimal.valueOf(seconds).divide(SECONDS_IN_HOUR, 2, RoundingMode.HALF_UP);
    }
}
