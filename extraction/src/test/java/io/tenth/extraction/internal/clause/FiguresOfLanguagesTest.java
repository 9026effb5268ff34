package io.tenth.extraction.internal.clause;

import static io.tenth.extraction.internal.clause.Evidence.CHARGED_FIGURE;
import static io.tenth.extraction.internal.clause.Evidence.HABIT;
import static io.tenth.extraction.internal.clause.Evidence.REPLACED_FIGURE;
import static io.tenth.extraction.internal.clause.Evidence.TOLD_FOR_COMPARISON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one figure says of another in German, Dutch and the Romance languages. */
class FiguresOfLanguagesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            de | Am Montag habe ich 5 Stunden gebraucht, bitte aber nur 3,5 ansetzen.
            """)
    void theSecondIsChargedOfTheFirst(String language, String text) {
        var seen = new MailSeen(language, "", "", text);
        assertThat(seen.has(REPLACED_FIGURE)).isEqualTo(List.of(true, false));
        assertThat(seen.has(CHARGED_FIGURE)).isEqualTo(List.of(false, true));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            de | Der Termin dauerte drei Stunden, quatsch, es waren zwei Stunden.
            es | La llamada no fueron 50 minutos, fueron 15 minutos.
            """)
    void theSecondTakesThePlaceOfTheFirst(String language, String text) {
        assertThat(new MailSeen(language, "", "", text).has(REPLACED_FIGURE)).isEqualTo(List.of(true, false));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            de | Di 1.0 Lohnausweise korrigiert, Do 2.5 Abschluss besprochen.
            de | Die Maschine hat vier Minuten gebraucht, ich nicht ganz fünf Stunden.
            de | Ich habe sechs Stunden gezeichnet. Beim letzten Mal waren es neun Stunden.
            de | Das Gutachten kostete mich drei Stunden, letztes Jahr waren es noch fünf Stunden.
            """)
    void neitherTakesThePlaceOfTheOther(String language, String text) {
        assertThat(new MailSeen(language, "", "", text).has(REPLACED_FIGURE)).isEqualTo(List.of(false, false));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            de | false | Das Gutachten kostete mich drei Stunden, letztes Jahr waren es noch fünf Stunden.
            it | false | La riunione è durata due ore, l'anno scorso erano state tre ore.
            de | true  | Wir saßen drei Stunden daran, länger als letztes Jahr.
            de | true  | Letztes Jahr waren es drei Stunden.
            """)
    void theFirstIsComparedWhereTheWordIsOfIt(String language, boolean compared, String text) {
        assertThat(new MailSeen(language, "", "", text).has(TOLD_FOR_COMPARISON).getFirst())
                .isEqualTo(compared);
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            de | false | Die Anreise, 45 Minuten, ist wie immer gratis.
            es | false | El viaje fueron tres horas, como siempre.
            de | true  | Das dauert immer 45 Minuten.
            es | true  | El viaje son siempre tres horas.
            """)
    void asAlwaysIsNoHabit(String language, boolean habit, String text) {
        assertThat(new MailSeen(language, "", "", text).has(HABIT)).isEqualTo(List.of(habit));
    }
}
