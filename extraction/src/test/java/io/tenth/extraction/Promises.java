package io.tenth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.Context.KnownMatter;
import io.tenth.extraction.Inspection.StatedAmount;
import java.util.List;
import java.util.Locale;

/** What the engine promises of every message, whatever is in it; the properties and the fuzzer hold it to them. */
final class Promises {

    private static final TimeExtractor EXTRACTOR = new TimeExtractor();

    /** A directory whose names are words, numbers, marks and letters of several scripts. */
    private static final Context DIRECTORY = new Context(
            450,
            List.of(
                    new KnownMatter("Acme v. Baker", List.of("4471", "Acme", "the lease")),
                    new KnownMatter("M\u00fcller & S\u00f6hne", List.of("2.5", "\u0130stanbul", "(", "a  b")),
                    new KnownMatter("\u05dc\u05d5\u05d9", List.of("", " ", "\ud83d\ude00"))));

    private Promises() {}

    /** Fails when a promise is broken. */
    static void hold(SentMessage message) {
        Extraction extraction = EXTRACTOR.extract(message, DIRECTORY);
        extraction.mentions().forEach(mention -> holdFor(mention, message));
        assertThat(new TimeExtractor().extract(message, DIRECTORY)).isEqualTo(extraction);
        Inspection.explain(message, DIRECTORY).forEach(amount -> holdFor(amount, message));
        holdForSingleStages(message);
    }

    private static void holdFor(ExaminedAmount amount, SentMessage message) {
        assertThat(amount.span().end()).isLessThanOrEqualTo(message.body().length());
        assertThat(amount.confidence()).isBetween(0.0, 1.0);
        assertThat(amount.entry()).isEqualTo(amount.confidence() >= 0.5);
    }

    private static void holdFor(TimeMention mention, SentMessage message) {
        assertThat(mention.span().end()).isLessThanOrEqualTo(message.body().length());
        assertThat(mention.quote()).isEqualTo(mention.span().of(message.body())).isNotBlank();
        assertThat(mention.minutes()).isPositive();
        assertThat(mention.confidence()).isBetween(0.0, 1.0);
        Passage passage = Passage.around(message, mention.span(), 40);
        assertThat(passage.quote().end()).isLessThanOrEqualTo(passage.text().length());
    }

    private static void holdForSingleStages(SentMessage message) {
        String own = Inspection.ownText(message.body(), message.format());
        for (StatedAmount amount : Inspection.amounts(own, Locale.ENGLISH)) {
            assertThat(amount.span().end()).isLessThanOrEqualTo(own.length());
            assertThat(amount.seconds()).isNotEmpty().allMatch(seconds -> seconds > 0);
        }
    }
}
