package io.tenth.extraction.internal.amount;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a count, the days or the things beside an amount make of it, in several languages. */
class ProductsTest {

    private static final LocalDate SENT = LocalDate.of(2026, 3, 12);
    private static final int WORKING_DAY = 8 * 60 * 60;

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            nl | Zes schouwen van 20 minuten gedaan.                        | 120
            nl | Twee besprekingen van elk een half uur.                    | 60
            nl | Vijf aktes à tien minuten.                                 | 50
            nl | Drie keer een uur met de aannemer gebeld.                  | 180
            nl | Viermaal 15 minuten gewacht.                               | 60
            nl | Woensdag t/m vrijdag drie uur per dag gemeten.             | 540
            nl | Gisteren en vandaag elke dag anderhalf uur gelezen.        | 180
            nl | Twee dagen van zeven uur.                                  | 840
            nl | Maandag en dinsdag telkens een uur.                        | 120
            nl | Een uur heen en een uur terug.                             | 60; 60
            nl | Twee mannen van 40 stonden erbij.                          |
            nl | Een rapport van 25 minuten.                                | 25
            de | Vier Abnahmen von 15 Minuten.                              | 60
            de | Zwei Beglaubigungen zu je 10 Minuten.                      | 20
            de | Dreimal eine halbe Stunde beim Amt.                        | 90
            de | Dienstag und Mittwoch je zwei Stunden gelesen.             | 240
            de | Von Montag bis Mittwoch täglich drei Stunden.              | 540
            de | An drei Tagen je zwei Stunden.                             | 360
            de | Je eine Stunde für die Satzung und den Vertrag.            | 60; 60
            de | Das kostet 90 Euro die Stunde.                             |
            en | Two boilers at the school descaled, half an hour each.     | 60
            en | Six short tenancy renewals today at ten minutes a renewal. | 60
            en | Three at 20 minutes a form.                                | 60
            en | Tuesday and today, two hours each.                         | 240
            en | Mon to Thu this week, 4 hours a day on the atlas.          | 960
            en | The two engineers were there, three hours each.            | 180
            en | Twice an hour the alarm rang.                              |
            """)
    void multiplies(String language, String text, String minutes) {
        assertThat(minutesIn(language, text)).isEqualTo(expected(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            nl | Twee derde uur aan de brief.                               | 40
            nl | 2 u 45 opmeting van de kelder.                             | 165
            nl | Aangifte verstuurd: kwartier.                              | 15
            nl | Van 8.00 tot 12.30 geveegd, met een kwartier ertussenuit.  | 255
            nl | De kwartieren waren te klein.                              |
            de | 1 Std 20 Begehung im Altbau.                               | 80
            de | Viertelstunde Telefonat mit dem Notar.                     | 15
            de | Von 9 Uhr bis 12 Uhr geprüft, mit einer halben Stunde dazwischen. | 150
            en | It was two hours twenty before I had read it all.          | 140
            en | An hour and a half a day, Monday to Wednesday.             | 270
            en | Two hours and three quarters a day, Monday and Tuesday.    | 330
            en | Checked the run sheet .3                                   | 18
            en | Copied three discs at the registry, 1.8. Then we left.     | 108
            en | Sefton: 9.20-10.50 and 11.05-13.00 in court                | 90; 115
            """)
    void readsWhatLanguagesLeaveOut(String language, String text, String minutes) {
        assertThat(minutesIn(language, text)).isEqualTo(expected(minutes));
    }

    private static List<Integer> expected(String minutes) {
        return minutes == null
                ? List.of()
                : Arrays.stream(minutes.split(";", -1))
                        .map(number -> Integer.valueOf(number.strip()))
                        .toList();
    }

    private static List<Integer> minutesIn(String language, String text) {
        Tokens tokens = Tokenizer.scan(text, Objects.requireNonNull(Languages.named(Locale.of(language))));
        return Amounts.in(tokens, Dates.in(tokens, SENT), WORKING_DAY).stream()
                .map(Amount::minutes)
                .toList();
    }
}
