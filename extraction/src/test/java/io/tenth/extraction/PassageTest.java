package io.tenth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class PassageTest {

    @Test
    void showsPlainTextAroundAQuoteInHtml() {
        var body =
                "<style>p{color:red}</style><p>Dear Pat,</p><p>I spent <b>2 hours</b> on the Smith &amp; Co lease.</p>";

        var passage = around(body, "2 hours", BodyFormat.HTML, 200);

        assertThat(passage.text()).contains("Dear Pat,").contains("I spent 2 hours on the Smith & Co lease.");
        assertThat(passage.text()).doesNotContain("color").doesNotContain("<");
        assertThat(passage.quote().of(passage.text())).isEqualTo("2 hours");
    }

    @Test
    void beginsAndEndsAtWords() {
        var passage = around("one two three 45 minutes four five six", "45 minutes", BodyFormat.PLAIN, 8);

        assertThat(passage.text()).isEqualTo("three 45 minutes four");
    }

    @Test
    void leavesOutTheQuotedHistory() {
        var passage =
                around("Spent 30 minutes on it.\n\n> How long did you take?\n", "30 minutes", BodyFormat.PLAIN, 200);

        assertThat(passage.text()).doesNotContain("How long");
    }

    private static Passage around(String body, String quote, BodyFormat format, int reach) {
        var message = new SentMessage("", "", "", OffsetDateTime.parse("2026-03-10T10:00:00Z"), format, body);
        var start = body.indexOf(quote);
        return Passage.around(message, new Span(start, start + quote.length()), reach);
    }
}
