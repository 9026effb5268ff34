package io.tenth.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void readsItsTextFromTheBody() {
        assertThat(new Span(6, 15).of("Spent two hours on it")).isEqualTo("two hours");
    }

    @Test
    void refusesAnEndBeforeItsStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(3, 2));
    }
}
