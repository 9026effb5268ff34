package io.tenth.capture;

import io.tenth.extraction.TimeExtractor;
import io.tenth.extraction.TimeMention;
import io.tenth.mail.MailMessage;
import io.tenth.shared.MatterId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of one message of a source, ready to be stored. */
sealed interface Finding {

    /** What names the message in its mailbox; empty where it has no such name, and is read again each time. */
    Optional<String> key();

    /**
     * A message that was analysed.
     *
     * @param found what the engine takes for work: at most one more than {@link #MOST}
     * @param leftOut what it does not take for work, though it may be: nothing comes of it unless somebody else says so
     * @param millis how long it took; null where nobody measured
     * @param rest what is told of those above {@link #MOST}; null where there are none
     */
    record Analysed(
            Optional<String> key,
            MailMessage message,
            List<Found> found,
            List<Found> leftOut,
            @Nullable Integer millis,
            Scan.@Nullable Problem rest)
            implements Finding {

        /** So many proposals come of one message, and no more: somebody reads them. */
        static final int MOST = 200;

        /** The place of the first that the engine leaves out: behind those of all that it may take, before those of splits and merges. */
        private static final int LEFT_OUT = 5_000;

        Analysed(Optional<String> key, MailMessage message, List<Found> found) {
            this(key, message, found, List.of(), null, null);
        }

        /**
         * Those that become proposals, by the place of each in the message. The place follows from the engine alone: whatever a model
         * says, now or when the message is read again, one mention is never taken for another.
         */
        SortedMap<Integer, Found> proposable() {
            var placed = new TreeMap<Integer, Found>();
            for (var number = 0; number < Math.min(found.size(), MOST); number++) {
                placed.put(number, found.get(number));
            }
            for (var number = 0; number < leftOut.size() && placed.size() < MOST; number++) {
                if (leftOut.get(number).isTakenByModel()) {
                    placed.put(LEFT_OUT + number, leftOut.get(number));
                }
            }
            return placed;
        }

        Analysed(MailMessage message, List<Found> found) {
            this(Optional.empty(), message, found);
        }

        Analysed with(List<Found> otherFound, List<Found> otherLeftOut) {
            return new Analysed(key, message, otherFound, otherLeftOut, millis, rest);
        }

        Analysed lasting(@Nullable Integer measured) {
            return new Analysed(key, message, found, leftOut, measured, rest);
        }
    }

    /** What its owner is told about the message; null where all went well. */
    default Scan.@Nullable Problem trouble() {
        return switch (this) {
            case Analysed analysed -> analysed.rest();
            case Failed failed -> failed.problem();
            case NotSought other -> null;
        };
    }

    /** A message that lacks the words that its scan looks for: this scan passes it over, and others read it. */
    record NotSought(Optional<String> key) implements Finding {}

    /** A message that could not be. */
    record Failed(Optional<String> key, Scan.Problem problem) implements Finding {

        Failed(Scan.Problem problem) {
            this(Optional.empty(), problem);
        }
    }

    /**
     * A mention, with the text around it as its owner will see it.
     *
     * @param matter the one that the mention names; null where the directory has none of that name
     * @param consultation what became of the asking for a second opinion
     */
    record Found(
            TimeMention mention, Excerpt excerpt, @Nullable MatterId matter, Consultation consultation) {

        Found(TimeMention mention, Excerpt excerpt, @Nullable MatterId matter) {
            this(mention, excerpt, matter, new Consultation.Unasked());
        }

        Found(TimeMention mention, Excerpt excerpt) {
            this(mention, excerpt, null);
        }

        /** Whether the engine itself takes it for work. */
        boolean isTaken() {
            return TimeExtractor.takes(mention);
        }

        /** Whether a model says that it is work. */
        boolean isTakenByModel() {
            var opinion = consultation.opinion();
            return opinion != null && opinion.worked();
        }

        Found with(Consultation other) {
            return new Found(mention, excerpt, matter, other);
        }
    }
}
