package io.tenth.cli;

import io.tenth.capture.MessageAnalysis;
import io.tenth.extraction.ActivityType;
import io.tenth.extraction.Context;
import io.tenth.extraction.ExaminedAmount;
import io.tenth.extraction.ExaminedAmount.Reason;
import io.tenth.extraction.Extraction;
import io.tenth.extraction.SentMessage;
import io.tenth.extraction.Span;
import io.tenth.extraction.TimeMention;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the engine with answers that a test can write down: a line {@code 90 min for Acme: the call} is an
 * entry, {@code 90 nb} one that is not billable. The confidence is 0.9, or 0.2 for a line that ends with a question mark.
 * Explained, such a line is no entry; the reasons are always the same.
 */
final class FakeEngine implements MessageAnalysis.Engine {

    private static final Pattern LINE = Pattern.compile("(?m)^.*?(\\d+) (min|nb)(?: for ([^:\\n]+))?.*$");

    private static final List<Reason> REASONS = List.of(
            new Reason("time-on-something", 3.04),
            new Reason("\"follow-up\" right after it", -2.14),
            new Reason("past-tense-work", 1.25),
            new Reason("past-day-named and the only amount in the message", 0.5),
            new Reason("amounts in general", -0.44),
            new Reason("neither tenths nor quarters of an hour", 0.4),
            new Reason("an adverb before it", 0.19));

    /** A message with this word meets a fault; the fault names the body, as a careless exception may. */
    static final String FAULT = "unspeakable";

    private FakeEngine() {}

    static MessageAnalysis analysis() {
        return new MessageAnalysis(new FakeEngine());
    }

    @Override
    public Extraction extract(SentMessage message, Context context) {
        if (message.body().contains(FAULT)) {
            throw new IllegalStateException(message.body());
        }
        if (message.subject().contains(FAULT)) {
            return extract(message, context);
        }
        List<TimeMention> mentions = new ArrayList<>();
        for (Matcher line = LINE.matcher(message.body()); line.find(); ) {
            mentions.add(new TimeMention(
                    new Span(line.start(), line.end()),
                    line.group(),
                    Integer.parseInt(line.group(1)),
                    ActivityType.CALL,
                    message.sentAt().toLocalDate(),
                    known(line.group(3), context),
                    line.group(2).equals("min"),
                    line.group().endsWith("?") ? 0.2 : 0.9,
                    "the call",
                    List.of("stated-amount")));
        }
        return new Extraction(mentions);
    }

    @Override
    public List<ExaminedAmount> explain(SentMessage message, Context context) {
        List<ExaminedAmount> amounts = new ArrayList<>();
        for (Matcher line = LINE.matcher(message.body()); line.find(); ) {
            boolean entry = !line.group().endsWith("?");
            amounts.add(new ExaminedAmount(
                    new Span(line.start(1), line.end(2)),
                    line.group(),
                    new Span(line.start(1) - line.start(), line.end(2) - line.start()),
                    Integer.parseInt(line.group(1)),
                    entry,
                    entry ? 0.9996 : 0.2,
                    REASONS));
        }
        return amounts;
    }

    private static @Nullable String known(@Nullable String alias, Context context) {
        return context.matters().stream()
                .filter(matter -> alias != null && matter.aliases().contains(alias))
                .map(Context.KnownMatter::name)
                .findFirst()
                .orElse(alias);
    }
}
