package io.tenth.capture.web;

import io.tenth.capture.Addresses;
import io.tenth.capture.Doubt;
import io.tenth.capture.Opinion;
import io.tenth.capture.Proposal;
import io.tenth.shared.TypedDuration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A proposal as its owner reads it: the entry that it would make, and why. */
record ProposalCard(
        UUID id,
        String state,
        LocalDate day,
        String dayName,
        TypedDuration time,
        String type,
        boolean billable,
        @Nullable UUID matter,
        @Nullable String clientMatter,
        String description,
        Billed billed,
        List<DoubtLine> doubts,
        boolean autoApproved,
        @Nullable String rejection,
        @Nullable UUID regrouping,
        List<String> addresses,
        Mail mail,
        Sureness sureness,
        @Nullable Second second) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SENT = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

    private static final int MOST_ADDRESSES = 3;

    static ProposalCard of(Proposal proposal, ZoneId zone) {
        var work = proposal.work();
        var evidence = proposal.evidence();
        var course = proposal.course();
        var rejection = course.rejection();
        return new ProposalCard(
                proposal.id().value(),
                proposal.state().key(),
                work.day(),
                DAY.format(work.day()),
                new TypedDuration(work.minutes()),
                work.type().key(),
                work.billable(),
                work.matter() == null ? null : work.matter().value(),
                work.clientMatter(),
                work.description(),
                Billed.of(proposal),
                proposal.doubts().stream().map(DoubtLine::of).toList(),
                course.autoApproved(),
                rejection == null ? null : rejection.reason().key(),
                course.replacedIn() == null ? course.madeIn() : course.replacedIn(),
                Addresses.of(evidence.recipients()).stream()
                        .limit(MOST_ADDRESSES)
                        .toList(),
                Mail.of(evidence, zone),
                Sureness.of(evidence),
                Second.of(evidence));
    }

    public boolean isProposed() {
        return state.equals("proposed");
    }

    /** What it is in a few words, to name it in a message. */
    public String title() {
        return time.decimal() + " h, " + (clientMatter == null ? type : clientMatter);
    }

    /**
     * What is billed.
     *
     * @param differs whether that is other than what was worked
     */
    record Billed(String hours, boolean differs) {

        static Billed of(Proposal proposal) {
            var minutes = proposal.billed().minutes();
            var work = proposal.work();
            return new Billed(new TypedDuration(minutes).decimal(), work.billable() && minutes != work.minutes());
        }
    }

    /** Why it may be counted already, with the way to what it may be counted in. */
    record DoubtLine(String kind, String sentence, String link, UUID other) {

        static DoubtLine of(Doubt doubt) {
            return new DoubtLine(
                    doubt.reason().kind() == Doubt.Kind.DUPLICATE ? "possible duplicate" : "possible overlap",
                    doubt.reason().sentence(),
                    switch (doubt.other()) {
                        case Doubt.Other.Proposed other ->
                            "/review/" + other.id().value();
                        case Doubt.Other.Entered other ->
                            "/time?week=" + doubt.day() + "#entry-" + other.id().value();
                    },
                    doubt.other().uuid());
        }
    }

    /** What a language model says of it, in a word and in a sentence. */
    record Second(boolean worked, String tag, String sentence) {

        static @Nullable Second of(Proposal.Evidence evidence) {
            var opinion = evidence.opinion();
            return opinion == null
                    ? null
                    : new Second(
                            opinion.worked(),
                            tag(opinion, evidence),
                            (evidence.isFoundByModel() ? "Tenth by itself had left it out. " : "")
                                    + "The language model " + opinion.model()
                                    + (opinion.worked()
                                            ? " takes it for time that you worked"
                                            : " does not take it for time that you worked")
                                    + ", kind of work: " + opinion.kind().key() + ".");
        }

        private static String tag(Opinion opinion, Proposal.Evidence evidence) {
            if (evidence.isFoundByModel()) {
                return "found by model";
            }
            return opinion.worked() ? "model agrees" : "model doubts";
        }
    }

    /** The sentence in its surroundings, and the message that it stands in. */
    record Mail(String subject, String recipients, String sent, String quote, Surroundings near, Surroundings wide) {

        private static final int NEAR_BEFORE = 110;
        private static final int NEAR_AFTER = 70;

        static Mail of(Proposal.Evidence evidence, ZoneId zone) {
            var text = evidence.excerpt();
            var surroundings = new Surroundings(
                    flowing(text.substring(0, evidence.quoteStart())), flowing(text.substring(evidence.quoteEnd())));
            return new Mail(
                    evidence.subject().isBlank() ? "(no subject)" : evidence.subject(),
                    evidence.recipients(),
                    SENT.format(evidence.sentAt().atZone(zone)),
                    flowing(text.substring(evidence.quoteStart(), evidence.quoteEnd())),
                    surroundings.shortened(NEAR_BEFORE, NEAR_AFTER),
                    surroundings.shortened(text.length(), text.length()));
        }

        /** Lines that the mail program broke run on; an empty line still parts two paragraphs. */
        private static String flowing(String text) {
            return text.replaceAll("[ \\t]*\\n([ \\t]*\\n)+", "\u2029")
                    .replaceAll("[ \\t]*\\n", " ")
                    .replace("\u2029", "\n");
        }
    }

    /** The text before a quote and after it. */
    record Surroundings(String before, String after) {

        /** The nearest characters of each, cut between words, with dots where something is left out. */
        Surroundings shortened(int mostBefore, int mostAfter) {
            var start = Math.max(0, before.length() - mostBefore);
            var end = Math.min(after.length(), mostAfter);
            if (start > 0) {
                start = Math.max(start, before.indexOf(' ', start));
            }
            if (end < after.length()) {
                end = after.lastIndexOf(' ', end) + 1;
            }
            return new Surroundings(
                    (before.isBlank() ? "" : "… ") + before.substring(start).stripLeading(),
                    after.substring(0, end).stripTrailing() + (after.isBlank() ? "" : " …"));
        }
    }

    /**
     * How likely it is right.
     *
     * @param tenths of ten marks, how many are set
     * @param reasons as sentences, the strongest first
     */
    record Sureness(int percent, String word, int tenths, List<String> reasons) {

        private static final int HIGH = 90;
        private static final int FAIR = 70;

        static Sureness of(Proposal.Evidence evidence) {
            var percent = (int) Math.floor(evidence.confidence() * 100 + 1e-4);
            return new Sureness(
                    percent,
                    percent >= HIGH ? "high" : percent >= FAIR ? "fair" : "low",
                    Math.round(percent / 10f),
                    evidence.reasons().stream().map(Reasons::sentence).toList());
        }
    }
}
