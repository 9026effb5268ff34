package io.tenth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TimeExtractorPropertiesTest {

    private static final TimeExtractor EXTRACTOR = new TimeExtractor();
    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-10T17:12:00-05:00");
    private static final List<String> PIECES = List.of(
            "I spent ",
            "2.5 hours",
            " on the ",
            "lease",
            "\n",
            "\n\n",
            "> ",
            ".3",
            "9:15 to 11:45",
            "(",
            ")",
            "not ",
            "an hour and a half",
            "1h30",
            "Smith",
            ", ",
            "; ",
            ". ",
            ": ",
            "03/04",
            "\t",
            "Hours",
            "Date",
            "  ",
            "On Mon wrote:",
            "-- ",
            "<td>",
            "</td>",
            "<tr>",
            "<p>",
            "&nbsp;",
            "<blockquote>",
            "each",
            "½",
            "1,5",
            "half a day",
            "between ",
            "and ",
            "From: a",
            "Sent: b",
            "To: c",
            "$",
            "?",
            "will ",
            "Total",
            "yesterday",
            "31/02",
            "99:99",
            "0600-1130",
            "\r\n",
            "\uD83D\uDE00",
            "<",
            "&",
            "&#x1F600;",
            "a ",
            "an ",
            "quarter ");

    @Property(tries = 1500)
    void neverThrowsAndQuotesTheBody(@ForAll("bodies") String body, @ForAll BodyFormat format) {
        for (TimeMention mention : extract(body, format).mentions()) {
            assertThat(mention.span().end()).isLessThanOrEqualTo(body.length());
            assertThat(mention.quote()).isEqualTo(mention.span().of(body));
            assertThat(mention.minutes()).isPositive();
        }
    }

    @Property(tries = 500)
    void neverThrowsForAnyCharacters(@ForAll String body, @ForAll BodyFormat format) {
        for (TimeMention mention : extract(body, format).mentions()) {
            assertThat(mention.quote()).isEqualTo(mention.span().of(body));
        }
    }

    @Property(tries = 300)
    void saysTheSameOfTheSameMessage(@ForAll("bodies") String body) {
        assertThat(extract(body, BodyFormat.PLAIN))
                .isEqualTo(new TimeExtractor().extract(message(body, BodyFormat.PLAIN), Context.none()));
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
    }

    private static Extraction extract(String body, BodyFormat format) {
        return EXTRACTOR.extract(message(body, format), Context.none());
    }

    private static SentMessage message(String body, BodyFormat format) {
        return new SentMessage("", "", "Time for Acme", SENT, format, body);
    }
}
