package io.tenth.extraction;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TimeExtractorPropertiesTest {

    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-10T17:12:00-05:00");
    private static final String LONG_WORD = "x".repeat(5000);

    private static final List<String> ENGLISH = List.of(
            "I spent ",
            "2.5 hours",
            " on the ",
            "lease",
            ".3",
            "9:15 to 11:45",
            "not ",
            "an hour and a half",
            "1h30",
            "Smith",
            "03/04",
            "Hours",
            "Date",
            "each",
            "\u00bd",
            "1,5",
            "half a day",
            "between ",
            "and ",
            "will ",
            "Total",
            "yesterday",
            "31/02",
            "99:99",
            "0600-1130",
            "a ",
            "quarter ",
            "PT1H30M",
            "three 20-minute calls");

    private static final List<String> OTHER_LANGUAGES = List.of(
            "anderthalb Stunden",
            "Ich habe 2,5 Std. gearbeitet ",
            "halb zehn bis elf Uhr",
            "dreiviertel",
            "j'ai pass\u00e9 deux heures et demie ",
            "1 h 30",
            "de 9h15 \u00e0 11h45",
            "une demi-journ\u00e9e",
            "dediqu\u00e9 una hora y media ",
            "media jornada",
            "de 9 a 11 de la ma\u00f1ana",
            "gastei tr\u00eas horas e meia ",
            "das 9h \u00e0s 11h30",
            "ho lavorato due ore e mezza ",
            "mezz'ora",
            "dalle 9 alle 11",
            "anderhalf uur",
            "ik heb 2,5 uur besteed ",
            "van half tien tot kwart voor elf",
            "dagdeel",
            "gestern",
            "hier",
            "ayer",
            "ontem",
            "ieri",
            "gisteren");

    private static final List<String> MAIL = List.of(
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "> ",
            "\t",
            "  ",
            "On Mon wrote:",
            "Am Mo schrieb:",
            "-- ",
            "From: a",
            "Von: b",
            "Sent: b",
            "To: c",
            "(",
            ")",
            ", ",
            "; ",
            ". ",
            ": ",
            "$",
            "?");

    private static final List<String> MARKUP = List.of(
            "<table>",
            "</table>",
            "<tr>",
            "<td>",
            "</td>",
            "<th>",
            "<td colspan=2>",
            "<p>",
            "<br>",
            "<div class=\"gmail_quote\">",
            "</div>",
            "<blockquote>",
            "</blockquote>",
            "<style>",
            "</style>",
            "<pre>",
            "<!--",
            "-->",
            "<a href='1.5 hours'>",
            "<",
            ">",
            "&",
            "&nbsp;",
            "&frac12;",
            "&#x1F600;",
            "&#0;",
            "&#xD800;");

    private static final List<String> ODD = List.of(
            "\u0000",
            "\ud83d\ude00",
            "\ud83d",
            "\ude00",
            "\u200b",
            "\u00ad",
            "\ufeff",
            "\u202e",
            "\u05e9\u05e2\u05ea\u05d9\u05d9\u05dd",
            "\u0662\u066b\u0665",
            "\uff12\uff0e\uff15 hours",
            "e\u0301",
            "\u0130",
            "\u2028",
            "99999999999999999999",
            "0.00000000001",
            LONG_WORD);

    @Property(tries = 2000)
    void keepsItsPromisesForPiecesOfMail(@ForAll("bodies") String body, @ForAll BodyFormat format) {
        Promises.hold(new SentMessage("Sam <sam@lee.example>", "Ann", "Time for Acme", SENT, format, body));
    }

    @Property(tries = 500)
    void keepsItsPromisesForAnyCharacters(@ForAll String body, @ForAll String subject, @ForAll BodyFormat format) {
        Promises.hold(new SentMessage(subject, subject, subject, SENT, format, body));
    }

    @Property(tries = 500)
    void keepsItsPromisesForAnyHead(@ForAll("bodies") String body, @ForAll("bodies") String head) {
        Promises.hold(new SentMessage(head, head, head, SENT, BodyFormat.PLAIN, body));
    }

    @Provide
    Arbitrary<String> bodies() {
        List<String> pieces = Stream.of(ENGLISH, OTHER_LANGUAGES, MAIL, MARKUP, ODD)
                .flatMap(List::stream)
                .toList();
        return Arbitraries.of(pieces).list().ofMaxSize(60).map(some -> String.join("", some));
    }
}
