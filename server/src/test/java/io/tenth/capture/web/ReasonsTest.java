package io.tenth.capture.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonsTest {

    @Test
    void saysAKnownReasonInASentence() {
        assertThat(Reasons.sentence("hours-column")).isEqualTo("It stands in a column of hours.");
    }

    @Test
    void givesAnUnknownReasonInItsOwnWords() {
        assertThat(Reasons.sentence("written-on-a-napkin")).isEqualTo("Written on a napkin.");
        assertThat(Reasons.sentence("")).isEmpty();
    }
}
