package io.tenth.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine leaves out, for those who have somebody to ask about it. */
class LeftOutTest {

    private static final String MAIL = """
            Spent 2 hours drafting the lease for Acme.

            Perhaps an hour on the annex, if I count the reading.

            The hearing takes 3 hours and the office opens in 45 minutes.

            Call with Jane on the lease, 30 minutes.
            """;

    private final TimeExtractor extractor = new TimeExtractor();

    @Test
    void findsTheSameEntriesWhateverElseIsFound() {
        var entries = extractor.extract(message(), Context.none()).mentions();
        var all = extractor.extract(message(), Context.none(), 0.001).mentions();

        assertThat(entries).isNotEmpty().allMatch(mention -> mention.confidence() >= TimeExtractor.LIKELY);
        assertThat(all).hasSizeGreaterThan(entries.size()).containsSubsequence(entries);
        assertThat(all)
                .isSortedAccordingTo((a, b) -> a.span().start() - b.span().start());
    }

    @Test
    void findsNothingBelowWhatIsEnough() {
        assertThat(extractor.extract(message(), Context.none(), 0.2).mentions())
                .allMatch(mention -> mention.confidence() >= 0.2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.6, Double.NaN})
    void refusesWhatIsNoLeastConfidence(double least) {
        assertThatThrownBy(() -> extractor.extract(message(), Context.none(), least))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SentMessage message() {
        return new SentMessage("", "", "", OffsetDateTime.parse("2026-03-20T17:00:00+01:00"), BodyFormat.PLAIN, MAIL);
    }
}
