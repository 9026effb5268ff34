package io.tenth.cli;

import io.tenth.capture.MessageAnalysis;
import io.tenth.extraction.ActivityType;
import io.tenth.extraction.Context;
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
 */
final class FakeEngine {

    private static final Pattern LINE = Pattern.compile("(?m)^.*?(\\d+) (min|nb)(?: for ([^:\\n]+))?.*$");

    private FakeEngine() {}

    static MessageAnalysis analysis() {
        return new MessageAnalysis(FakeEngine::extract);
    }

    private static Extraction extract(SentMessage message, Context context) {
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

    private static @Nullable String known(@Nullable String alias, Context context) {
        return context.matters().stream()
                .filter(matter -> alias != null && matter.aliases().contains(alias))
                .map(Context.KnownMatter::name)
                .findFirst()
                .orElse(alias);
    }
}
