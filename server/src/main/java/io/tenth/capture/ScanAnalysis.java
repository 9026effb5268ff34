package io.tenth.capture;

import io.tenth.extraction.Context;
import io.tenth.mail.MailReading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Analyses the messages of one scan with what is known of its owner. */
final class ScanAnalysis {

    private static final Logger LOG = LoggerFactory.getLogger(ScanAnalysis.class);

    private final MessageAnalysis engine = new MessageAnalysis();
    private final Context context;

    ScanAnalysis(Directory directory) {
        this.context = directory.context();
    }

    Finding of(MailReading reading) {
        return switch (reading) {
            case MailReading.Readable readable -> analysed(readable);
            case MailReading.Unreadable unreadable ->
                new Finding.Failed(new Scan.Problem(unreadable.position(), unreadable.location(), unreadable.reason()));
        };
    }

    /** A fault of the engine is this message's problem and not its neighbours'. The log names the fault, not the text. */
    private Finding analysed(MailReading.Readable readable) {
        try {
            var message = readable.message();
            var found = engine.analyze(message, context).stream()
                    .map(mention -> new Finding.Found(mention, Excerpt.of(message, mention.span())))
                    .toList();
            return new Finding.Analysed(message, found);
        } catch (RuntimeException e) {
            LOG.error(
                    "the engine failed on message {}: {}",
                    readable.position(),
                    e.getClass().getName());
            return new Finding.Failed(new Scan.Problem(
                    readable.position(),
                    "message " + (readable.position() + 1),
                    "The analysis failed on this message. This is a fault of Tenth; please report it."));
        }
    }
}
