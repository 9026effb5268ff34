package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.BodyFormat;
import io.tenth.extraction.Context;
import io.tenth.extraction.SentMessage;
import io.tenth.extraction.TimeExtractor;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether the entries of a message are charged. */
final class Charged {

    private static final TimeExtractor EXTRACTOR = new TimeExtractor();

    private Charged() {}

    /** A {@code y} for each entry that is charged and an {@code n} for each that is not, in their order, with blanks between. */
    static String in(String language, String body) {
        var message = new SentMessage(
                "me@firm.example", "", "", OffsetDateTime.parse("2026-03-12T17:00:00Z"), BodyFormat.PLAIN, body);
        return EXTRACTOR.extract(message, new Context(480, List.of(), Locale.of(language))).mentions().stream()
                .filter(TimeExtractor::takes)
                .map(mention -> mention.billable() ? "y" : "n")
                .collect(Collectors.joining(" "));
    }
}
