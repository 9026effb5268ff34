package io.tenth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large and odd texts: each would take minutes, or all of the stack, in an engine that looks back too far. */
class HostileTextTest {

    private static final int LENGTH = 1 << 20;
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
                "total 2 hours. ",
                "1-1-1-",
                "1:1:1:",
                "1 hour ",
                "half half ",
                "an hour and ",
                "Review the lease\n",
                "Review 1.5\n",
                "3/9 Review the lease 1.5\n",
                "<tr><td>3/9<td>Review<td>1.5",
                "<table><tr><td>",
                "<td>x</td>",
                "From: a\nSent: b\nTo: c\n",
                "1.5 each on a, b and c, ",
                "&nbsp;",
                "\u202e1 hour \u05d0",
                "\u0000",
                "\ud83d",
                "Nils: 2h. ",
                "I met Ann, who left, ",
                "KD | 1.5\n",
                "2h (",
                "today 2 hours, yesterday 5 ",
                "zwei Stunden und ",
                "de 9h \u00e0 11h "
            })
    void readsToTheEndOf(String piece) {
        readsAll(piece.repeat(LENGTH / piece.length()));
    }

    @Test
    void readsToTheEndOfWordsWithoutALineEnd() {
        readsAll("Reviewed the lease for two hours and then the deed, ".repeat(LENGTH / 52));
    }

    @Test
    void readsToTheEndOfAHundredThousandLines() {
        readsAll("call 1.5\n\nok\n".repeat(33_400));
    }

    private static void readsAll(String body) {
        for (BodyFormat format : BodyFormat.values()) {
            var message = new SentMessage("", "", "Time", SENT, format, body);
            for (TimeMention mention :
                    new TimeExtractor().extract(message, Context.none()).mentions()) {
                assertThat(mention.quote()).isEqualTo(mention.span().of(body));
            }
        }
    }
}
