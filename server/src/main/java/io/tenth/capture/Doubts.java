package io.tenth.capture;

import io.tenth.crypto.Vault;
import io.tenth.entry.TimeEntries;
import io.tenth.entry.TimeEntry;
import io.tenth.identity.Accounts;
import io.tenth.shared.Actor;
import io.tenth.shared.MessageId;
import io.tenth.shared.ProposalId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks for time that may be counted twice: said in two mails, or typed or timed already. Reads within a transaction. */
@Component
class Doubts {

    private static final int MOST = 5;
    private static final int DAYS_OF_A_THREAD = 7;
    private static final double TOLERANCE = 0.1;
    private static final int LEAST_TOLERANCE = 3;

    private final ReviewRepository proposals;
    private final DismissalRepository dismissals;
    private final TimeEntries entries;
    private final Accounts accounts;
    private final Vault vault;

    Doubts(
            ReviewRepository proposals,
            DismissalRepository dismissals,
            TimeEntries entries,
            Accounts accounts,
            Vault vault) {
        this.proposals = proposals;
        this.dismissals = dismissals;
        this.entries = entries;
        this.accounts = accounts;
        this.vault = vault;
    }

    /** Of those that await a decision, what speaks against each; the others are not in it. */
    Map<ProposalId, List<Doubt>> of(List<Proposal> asked, Actor.Person person) {
        var open = asked.stream()
                .filter(proposal -> proposal.state() == Proposal.State.PROPOSED)
                .map(Told::of)
                .toList();
        if (open.isEmpty()) {
            return Map.of();
        }
        var days = open.stream().map(Told::day).distinct().toList();
        var others = proposals
                .nearby(open.stream().map(Told::id).toList(), days, DAYS_OF_A_THREAD, person, vault.sealOf(person))
                .stream()
                .map(Told::of)
                .toList();
        var entered = entries.enteredOn(days, person);
        var dismissed = dismissals.of(open.stream().map(Told::id).toList(), person);
        var zone = accounts.own(person).zone();
        var doubts = new HashMap<ProposalId, List<Doubt>>();
        for (var told : open) {
            doubts.put(
                    told.id(),
                    Stream.concat(
                                    others.stream().flatMap(other -> against(told, other).stream()),
                                    entered.stream().flatMap(entry -> against(told, entry, zone).stream()))
                            .filter(doubt -> dismissed.stream()
                                    .noneMatch(pair -> pair.answers(told.id().value(), doubt)))
                            .limit(MOST)
                            .toList());
        }
        return doubts;
    }

    private static Optional<Doubt> against(Told told, Told other) {
        if (told.message().equals(other.message())) {
            return Optional.empty();
        }
        return reason(told, other).map(reason -> new Doubt(reason, new Doubt.Other.Proposed(other.id()), other.day()));
    }

    private static Optional<Doubt.Reason> reason(Told told, Told other) {
        var alike = told.words().isLike(other.words());
        return told.minutes() == other.minutes() && told.isInTheThreadOf(other) && (told.isOnTheDayOf(other) || alike)
                ? Optional.of(Doubt.Reason.SAME_WORK_IN_THE_THREAD)
                : told.isOnTheDayOf(other) ? reasonOfTheDay(told, other, alike) : Optional.empty();
    }

    private static Optional<Doubt.Reason> reasonOfTheDay(Told told, Told other, boolean alike) {
        if (told.minutes() == other.minutes() && (alike || told.isForTheSame(other))) {
            return Optional.of(Doubt.Reason.SAME_WORK_IN_ANOTHER_MAIL);
        }
        if (told.liesOver(other)) {
            return Optional.of(Doubt.Reason.SAME_HOURS);
        }
        return alike ? Optional.of(Doubt.Reason.SIMILAR_WORK_THAT_DAY) : Optional.empty();
    }

    private static Optional<Doubt> against(Told told, TimeEntry entry, ZoneId zone) {
        if (!told.day().equals(entry.time().day())) {
            return Optional.empty();
        }
        return reason(told, entry, zone)
                .map(reason -> new Doubt(reason, new Doubt.Other.Entered(entry.id()), told.day()));
    }

    private static Optional<Doubt.Reason> reason(Told told, TimeEntry entry, ZoneId zone) {
        var apart = Math.abs(entry.time().duration().toMinutes() - told.minutes());
        if (apart <= Math.max(LEAST_TOLERANCE, told.minutes() * TOLERANCE) && isAbout(told, entry, apart)) {
            return Optional.of(Doubt.Reason.ENTERED_ALREADY);
        }
        var end = entry.time().end();
        if (end == null || !entry.time().clockKnown()) {
            return Optional.empty();
        }
        var from = entry.time().start().atZone(zone).toLocalDateTime();
        var to = end.atZone(zone).toLocalDateTime();
        return told.hours().filter(hours -> hours.overlaps(from, to)).map(hours -> Doubt.Reason.SAME_HOURS);
    }

    /** Whether an entry may be of the same work; one that says nothing of its work is, where its time is the same. */
    private static boolean isAbout(Told told, TimeEntry entry, long apart) {
        var work = entry.work();
        if (work.matter() != null && work.matter().equals(told.proposal().work().matter())) {
            return true;
        }
        var words = new Words(work.description() + " " + Objects.requireNonNullElse(work.clientMatter(), ""));
        return words.isEmpty() ? apart == 0 : words.isLike(told.words()) || words.isWithin(told.words());
    }

    /** A proposal with what is compared of it. */
    private record Told(Proposal proposal, String thread, Words words, Optional<SaidHours> hours) {

        static Told of(Proposal proposal) {
            var evidence = proposal.evidence();
            var quote = evidence.excerpt().substring(evidence.quoteStart(), evidence.quoteEnd());
            var work = proposal.work();
            return new Told(
                    proposal,
                    Subjects.thread(evidence.subject()),
                    new Words(work.description() + " " + quote),
                    SaidHours.in(quote, work.day(), work.minutes()));
        }

        ProposalId id() {
            return proposal.id();
        }

        MessageId message() {
            return proposal.evidence().message();
        }

        LocalDate day() {
            return proposal.work().day();
        }

        int minutes() {
            return proposal.work().minutes();
        }

        boolean isOnTheDayOf(Told other) {
            return day().equals(other.day());
        }

        boolean isInTheThreadOf(Told other) {
            return !thread.isEmpty() && thread.equals(other.thread);
        }

        boolean liesOver(Told other) {
            return hours.flatMap(mine -> other.hours.filter(theirs -> mine.overlaps(theirs.from(), theirs.to())))
                    .isPresent();
        }

        boolean isForTheSame(Told other) {
            var mine = proposal.work();
            var theirs = other.proposal.work();
            return mine.matter() != null && mine.matter().equals(theirs.matter()) && mine.type() == theirs.type();
        }
    }
}
