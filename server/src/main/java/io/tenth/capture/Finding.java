package io.tenth.capture;

import io.tenth.extraction.TimeMention;
import io.tenth.mail.MailMessage;
import io.tenth.shared.MatterId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one message of a source, ready to be stored. */
sealed interface Finding {

    /** What names the message in its mailbox; empty where it has no such name, and is read again each time. */
    Optional<String> key();

    /**
     * A message that was analysed.
     *
     * @param found at most one more than {@link #MOST}
     * @param millis how long it took; null where nobody measured
     * @param rest what is told of those above {@link #MOST}; null where there are none
     */
    record Analysed(
            Optional<String> key,
            MailMessage message,
            List<Found> found,
            @Nullable Integer millis,
            Scan.@Nullable Problem rest)
            implements Finding {

        /** So many proposals come of one message, and no more: somebody reads them. */
        static final int MOST = 200;

        Analysed(Optional<String> key, MailMessage message, List<Found> found) {
            this(key, message, found, null, null);
        }

        /** Those that become proposals. */
        List<Found> proposable() {
            return found.subList(0, Math.min(found.size(), MOST));
        }

        Analysed(MailMessage message, List<Found> found) {
            this(Optional.empty(), message, found);
        }

        Analysed withFound(List<Found> other) {
            return new Analysed(key, message, other, millis, rest);
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

        Found with(Consultation other) {
            return new Found(mention, excerpt, matter, other);
        }
    }
}
