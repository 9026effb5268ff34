package io.tenth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Holds the engine to its corpus. The floors only ever rise; what is missed or wrong stands in the failure message. */
class CorpusTest {

    @Test
    void findsTheTimeInTheEnglishMessagesItsRulesWereWrittenBy() {
        Accuracy accuracy = Accuracy.over(CorpusMessage.in("en/tuned"));
        String report = accuracy.report("tuned");
        assertThat(accuracy.precision()).as(report).isGreaterThanOrEqualTo(0.90);
        assertThat(accuracy.recall()).as(report).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void findsTheTimeInEnglishMessagesNoRuleWasWrittenBy() {
        Accuracy accuracy = Accuracy.over(CorpusMessage.in("en/held-back"));
        String report = accuracy.report("held back");
        assertThat(accuracy.precision()).as(report).isGreaterThanOrEqualTo(0.80);
        assertThat(accuracy.recall()).as(report).isGreaterThanOrEqualTo(0.60);
    }
}
