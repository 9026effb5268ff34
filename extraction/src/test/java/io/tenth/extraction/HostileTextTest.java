package io.tenth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large and odd texts: each would take minutes, or all of the stack, in an engine that looks back too far. */
class HostileTextTest {

    private static final int LENGTH = 200_000;
    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-10T17:12:00-05:00");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 ",
                "1.5 ",
                "1.5\t",
                "2 hours ",
                "2 hours and ",
                "between ",
                "another ",
                "a further ",
                "half ",
                "9:00-10:00 ",
                "3/4 ",
                ">",
                ">\n",
                "<",
                "<a ",
                "<div>",
                "<blockquote>x",
                "<td>1.5",
                "<!--",
                "&",
                "\t",
                "\n",
                "-",
                "(",
                "a",
                "On \n",
                "From: a\n",
                "this email \n",
                "a: 2 hours\n",
                "I spent an hour on it, then ",
                "0.5, not 1.5, ",
                "total 2 hours. "
            })
    void readsToTheEndOf(String piece) {
        String body = piece.repeat(LENGTH / piece.length());
        for (BodyFormat format : BodyFormat.values()) {
            var message = new SentMessage("", "", "Time", SENT, format, body);
            for (TimeMention mention :
                    new TimeExtractor().extract(message, Context.none()).mentions()) {
                assertThat(mention.quote()).isEqualTo(mention.span().of(body));
            }
        }
    }
}
