package io.tenth.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.tenth.extraction.ExaminedAmount.Reason;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-20T17:17:00-05:00");
    private static final String BODY = "I spent 1.5 hours on the lease yesterday.\n\nI was at the dentist for 2 hours.";

    @Test
    void namesEveryAmountWithItsVerdict() {
        List<ExaminedAmount> amounts = explain(BODY, BodyFormat.PLAIN);
        assertThat(amounts).extracting(ExaminedAmount::minutes).containsExactly(90, 120);
        assertThat(amounts).extracting(ExaminedAmount::entry).containsExactly(true, false);
        assertThat(amounts)
                .extracting(amount -> amount.span().of(BODY), ExaminedAmount::text)
                .containsExactly(
                        tuple("1.5 hours", "I spent 1.5 hours on the lease yesterday"),
                        tuple("2 hours", "I was at the dentist for 2 hours"));
    }

    @Test
    void takesWhatExtractionTakes() {
        List<TimeMention> taken = new TimeExtractor()
                .extract(message(BODY, BodyFormat.PLAIN), Context.none())
                .mentions();
        assertThat(taken)
                .extracting(TimeMention::minutes, TimeMention::confidence)
                .containsExactlyElementsOf(explain(BODY, BodyFormat.PLAIN).stream()
                        .filter(ExaminedAmount::entry)
                        .map(amount -> tuple(amount.minutes(), amount.confidence()))
                        .toList());
    }

    @Test
    void saysWhereTheAmountStandsInItsSentence() {
        ExaminedAmount amount = explain("<p>Then I spent&nbsp;1.5&nbsp;hours on it.</p>", BodyFormat.HTML)
                .getFirst();
        assertThat(amount.inText().of(amount.text())).matches("1\\.5\\s?\\S*hours");
    }

    @Test
    void showsThePartOfAnEndlessSentenceThatIsNear() {
        List<ExaminedAmount> amounts = explain("2 hours on this and ".repeat(2_000), BodyFormat.PLAIN);
        assertThat(amounts)
                .hasSizeGreaterThan(1_000)
                .allMatch(amount -> amount.text().length() < 2_000);
    }

    @Test
    void addsItsReasonsUpToTheConfidence() {
        for (ExaminedAmount amount : explain(BODY, BodyFormat.PLAIN)) {
            double odds = amount.reasons().stream().mapToDouble(Reason::weight).sum();
            assertThat(1 / (1 + Math.exp(-odds))).isCloseTo(amount.confidence(), within(1e-9));
        }
    }

    @Test
    void speaksOfWordsAndNotOfTheirStemsAndRoles() {
        assertThat(explain(BODY, BodyFormat.PLAIN))
                .flatMap(ExaminedAmount::reasons)
                .extracting(Reason::name)
                .noneMatch(name -> name.contains("_") || name.contains("dentis\"") || name.contains("word @"));
    }

    private static List<ExaminedAmount> explain(String body, BodyFormat format) {
        return Inspection.explain(message(body, format), Context.none());
    }

    private static SentMessage message(String body, BodyFormat format) {
        return new SentMessage("a@x.example", "b@x.example", "", SENT, format, body);
    }
}
