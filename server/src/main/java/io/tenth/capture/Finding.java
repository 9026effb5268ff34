package io.tenth.capture;

import io.tenth.extraction.TimeMention;
import io.tenth.mail.MailMessage;
import java.util.List;

/** What became of one message of a source, ready to be stored. */
sealed interface Finding {

    /** A message that was analysed. */
    record Analysed(MailMessage message, List<Found> found) implements Finding {}

    /** A message that could not be. */
    record Failed(Scan.Problem problem) implements Finding {}

    /** A mention, with the text around it as its owner will see it. */
    record Found(TimeMention mention, Excerpt excerpt) {}
}
