package io.tenth.extraction.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.BodyFormat;
import io.tenth.extraction.Span;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OwnWordsPropertiesTest {

    private static final List<String> PIECES = List.of(
            "On Mon, Mar 4, 2024 at 9:15 AM Ann <ann@lee.example> wrote:",
            "Am 4.3.2024 um 9:15 schrieb Ann:",
            "-----Original Message-----",
            "From: Ann <ann@lee.example>",
            "From: here we went on",
            "Sent: Monday, 4 March 2024 09:15",
            "To: Bob/HOU/CO@CO",
            "cc: ",
            "Subject: x",
            "Ann Lee",
            "05/07/2001 10:26 PM",
            "> quoted",
            "| barred",
            ">>> Ann 05/07/2001 10:26 PM >>>",
            "-- ",
            "--",
            "____",
            "Kind regards,",
            "Thanks,",
            "Done.  Bob",
            "PS: one more hour",
            "Sent from my iPhone",
            "020 7946 0321",
            "This email is confidential. If you are not the intended recipient delete it.",
            "I spent 2.5 hours on the lease.",
            "Yes. On Fri, Jan 12, 2024 at 9:00 AM, Ben <b@e.example> wrote:",
            "",
            "\u00a0",
            "\r",
            "<blockquote>",
            "</blockquote>",
            "<blockquote style='margin:0 0 0 40px'>",
            "<div class=\"gmail_signature\">",
            "<div class=gmail_attr>",
            "<div id=\"appendonsend\">",
            "<div>",
            "</div>",
            "<pre>",
            "</pre>",
            "<p>&nbsp;</p>",
            "<s>",
            "</s>",
            "<p hidden>",
            "<span style='display:none'>",
            "</span>",
            "2<sup>1</sup>/<sub>2</sub>",
            "2\u200b.5\u00ad hours",
            "Disclaimer",
            "Wed, 14 Feb 2024, 3:32 PM Ann <ann@lee.example>:",
            "<",
            "&amp;");

    @Property(tries = 1500)
    void neverThrowsAndLeadsBackIntoTheBody(@ForAll("bodies") String body, @ForAll BodyFormat format) {
        assertLeadsBack(OwnWords.of(body, format), body, format);
    }

    @Property(tries = 500)
    void neverThrowsForAnyCharacters(@ForAll String body, @ForAll BodyFormat format) {
        assertLeadsBack(OwnWords.of(body, format), body, format);
    }

    @Property(tries = 500)
    void addsNothingToPlainText(@ForAll("bodies") String body) {
        String own = OwnWords.of(body, BodyFormat.PLAIN).text();
        String seen = body.replaceAll("[\\u00ad\\u200b]", "");
        assertThat(own.lines().filter(line -> !line.isBlank()))
                .allSatisfy(line -> assertThat(seen).contains(line));
    }

    @Test
    void leavesItsOwnResultAsItIs() throws IOException {
        assertThat(OwnWordsCase.in("")).allSatisfy(message -> {
            String own = message.own().text();
            assertThat(OwnWords.of(own, BodyFormat.PLAIN).text().strip())
                    .as(message.name())
                    .isEqualTo(own.strip());
        });
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("\n", pieces));
    }

    private static void assertLeadsBack(OwnText own, String body, BodyFormat format) {
        String text = own.text();
        for (int i = 0; i < text.length(); i++) {
            Span place = own.toBody(new Span(i, i + 1));
            assertThat(place.end()).isLessThanOrEqualTo(body.length());
            if (format == BodyFormat.PLAIN && text.charAt(i) > ' ') {
                assertThat(body.charAt(place.start())).isEqualTo(text.charAt(i));
            }
        }
    }
}
