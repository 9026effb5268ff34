package io.tenth.capture;

import io.tenth.extraction.BodyFormat;
import io.tenth.extraction.Context;
import io.tenth.extraction.ExaminedAmount;
import io.tenth.extraction.Extraction;
import io.tenth.extraction.Inspection;
import io.tenth.extraction.SentMessage;
import io.tenth.extraction.TimeExtractor;
import io.tenth.extraction.TimeMention;
import io.tenth.mail.MailMessage;
import java.util.List;

/** The one door to the engine: a message goes in, the time its author says was worked comes out. Thread-safe. */
public final class MessageAnalysis {

    /** What reads a message; the engine itself, or a stand-in with known answers in a test. */
    public interface Engine {

        Extraction extract(SentMessage message, Context context);

        /** With what may be an entry, from a confidence on; a stand-in leaves nothing out. */
        default Extraction extract(SentMessage message, Context context, double least) {
            return extract(message, context);
        }

        List<ExaminedAmount> explain(SentMessage message, Context context);
    }

    private final Engine engine;

    public MessageAnalysis() {
        this(new TenthEngine(new TimeExtractor()));
    }

    public MessageAnalysis(Engine engine) {
        this.engine = engine;
    }

    /** Finds the entries of a message out of a mailbox. */
    public List<TimeMention> analyze(MailMessage message, Context context) {
        return analyze(sentMessage(message), context);
    }

    /** Finds the entries of a message out of a mailbox, and what may be one: from a confidence on. */
    List<TimeMention> analyze(MailMessage message, Context context, double least) {
        return engine.extract(sentMessage(message), context, least).mentions();
    }

    /** Finds the entries of a message that came by another way than mail. */
    public List<TimeMention> analyze(SentMessage message, Context context) {
        return engine.extract(message, context).mentions();
    }

    /** Every amount of time in a message out of a mailbox, with the verdict on it and what spoke for and against. */
    public List<ExaminedAmount> explain(MailMessage message, Context context) {
        return engine.explain(sentMessage(message), context);
    }

    static SentMessage sentMessage(MailMessage message) {
        return new SentMessage(
                message.from(),
                message.to(),
                message.subject(),
                message.sentAt(),
                message.html() ? BodyFormat.HTML : BodyFormat.PLAIN,
                message.body());
    }

    private record TenthEngine(TimeExtractor extractor) implements Engine {

        @Override
        public Extraction extract(SentMessage message, Context context) {
            return extractor.extract(message, context);
        }

        @Override
        public Extraction extract(SentMessage message, Context context, double least) {
            return extractor.extract(message, context, least);
        }

        @Override
        public List<ExaminedAmount> explain(SentMessage message, Context context) {
            return Inspection.explain(message, context);
        }
    }
}
