package io.tenth.extraction.internal.locale;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.amount.Amounts;
import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a words file can say of how its language writes amounts, without a line of code. */
class WordsOfOtherLanguagesTest {

    private static final Language ONES_FIRST = WordList.read("ones-first");
    private static final Language ELIDED = WordList.read("elided");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fünfundzwanzig Minuten            | 25
            Einundvierzig Minuten             | 41
            hundertzwanzig Minuten            | 120
            hundertfünfundvierzig Minuten     | 145
            anderthalb Stunden                | 90
            zweieinhalb Stunden               | 150
            eine dreiviertel Stunde           | 45
            eine halbe Stunde                 | 30
            zwei Stunden und zwölf Minuten    | 132
            von halb zehn bis elf             | 90
            von viertel nach drei bis zehn vor vier | 35
            von 9 bis 11:30 Uhr               | 150
            von 9 Uhr 30 bis 11 Uhr           | 90
            """)
    void composesNumbersWithTheOnesFirstAndTellsTheHalfBeforeTheHour(String text, int minutes) {
        assertThat(minutes(text, ONES_FIRST)).containsExactly(minutes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            trois quarts d'heure              | 45
            une heure et demie                | 90
            un’ora e mezza                    | 90
            deux heures et quart              | 135
            ventotto minutes                  | 28
            centoventi minutes                | 120
            quatre-vingt-dix minutes          | 90
            1h30                              | 90
            9h à 11h30                        | 150
            de 9 heures 30 à 11 heures        | 90
            de neuf heures et demie à onze heures | 90
            """)
    void readsElidedArticlesAndPartsBehindTheHour(String text, int minutes) {
        assertThat(minutes(text, ELIDED)).containsExactly(minutes);
    }

    private static List<Integer> minutes(String text, Language language) {
        Tokens tokens = Tokenizer.scan(text, language);
        return Amounts.ofAnything(tokens, Dates.in(tokens, LocalDate.of(2026, 3, 10))).stream()
                .map(Amount::minutes)
                .toList();
    }
}
