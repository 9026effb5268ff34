package io.tenth.extraction.internal.clause;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.internal.amount.Amounts;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen in German and Dutch, where the verb closes the clause or stands before its subject. */
class VerbLastTest {

    private static final LocalDate SENT = LocalDate.of(2026, 3, 12);
    private static final int WORKING_DAY = 8 * 60 * 60;

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            de | Gestern habe ich zwei Stunden die Akte gelesen.                    | AUTHOR_DID_IT
            de | Habe Sie gestern 20 Minuten beraten.                               | AUTHOR_DID_IT
            de | Der Polier meint, er habe drei Stunden am Zaun gesessen.           | SOMEBODY_ELSE
            de | Die Miete prüfe ich, das habe sie zwei Stunden gekostet.           | SOMEBODY_ELSE
            de | Frau Klein habe gestern zwei Stunden am Vertrag geschrieben.       | SOMEBODY_ELSE
            de | Frau Klein habe ich gestern zwei Stunden beraten.                  | AUTHOR_DID_IT
            de | Prüfung der Statik durch die Ingenieurin 3 Stunden                 | SOMEBODY_ELSE
            de | Gestern fiel eine Stunde Besprechung aus.                          | NOT_DONE
            de | Das dauerte zwei Stunden.                                          | WORK_TOOK_THIS_LONG
            nl | Dat nam twee uur.                                                  | WORK_TOOK_THIS_LONG
            de | Der Schlosser benötigte für die Tür 50 Minuten.                    | THING_NOT_WORK
            nl | De slotenmaker deed er 50 minuten over.                            | SOMEBODY_ELSE
            de | Gestern brauchte der Aufzug zwei Stunden.                          | THING_NOT_WORK
            de | Saß gestern zwei Stunden am Vertrag.                               | PAST_TENSE_WORK
            nl | Gisteren zat ik twee uur aan de akte.                              | AUTHOR_DID_IT
            nl | Ondergetekende heeft drie uur monsters genomen.                    | AUTHOR_DID_IT
            de | Die zwei Stunden, die ich gestern am Vertrag gesessen habe.        | AUTHOR_DID_IT
            nl | Het uurtje dat ik gisteren aan de brief kwijt was.                 | AUTHOR_DID_IT
            """)
    void seesWhoseTimeItWas(String language, String text, Evidence evidence) {
        assertThat(seen(language, text)).contains(evidence);
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            de | Die zwei Stunden, die ich morgen brauchen werde.                   | AUTHOR_DID_IT
            nl | Het uurtje dat ik voor je had vrijgehouden.                        | AUTHOR_DID_IT
            de | Gestern bin ich drei Stunden durch die Geschosse gelaufen.         | DONE_BY_SOMEBODY
            nl | Gisteren heb ik 50 minuten de akte van Kranenborg gelezen.         | DONE_BY_SOMEBODY
            """)
    void doesNotTakeItForAnother(String language, String text, Evidence evidence) {
        assertThat(seen(language, text)).doesNotContain(evidence);
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            de | Bitte für das Gespräch von gestern vier Einheiten auf Peschke buchen. | BILLING_INSTRUCTION
            de | Schreibst du bitte 3,5 Stunden für das Interview auf?              | BILLING_INSTRUCTION
            de | Setzen Sie bitte 40 Minuten für die Durchsicht an.                 | BILLING_INSTRUCTION
            nl | Hoi Daan, zet jij 1,8 uur op Rotalux voor de bespreking?           | BILLING_INSTRUCTION
            nl | Kun je 2 uur op het dossier zetten?                                | BILLING_INSTRUCTION
            de | Teilnahme Baubesprechung 1 ¾ Std.                                  | LINE_OF_A_TIME_REPORT
            nl | nazicht arbeidsreglement 1u10                                      | LINE_OF_A_TIME_REPORT
            """)
    void seesWhatIsToBeCharged(String language, String text, Evidence evidence) {
        assertThat(seen(language, text)).contains(evidence);
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            de | Für das Studium setzen Sie 3,8 Stunden an.                         | BILLING_INSTRUCTION
            nl | Op uw factuur zet u 9 uur voor de brief.                           | BILLING_INSTRUCTION
            de | Nach der Besprechung von 2 Stunden.                                | LINE_OF_A_TIME_REPORT
            """)
    void leavesWhatOthersCharge(String language, String text, Evidence evidence) {
        assertThat(seen(language, text)).doesNotContain(evidence);
    }

    private static Set<Evidence> seen(String language, String text) {
        var words = Objects.requireNonNull(Languages.named(Locale.of(language)));
        Tokens tokens = Tokenizer.scan(text, words);
        Dates dates = Dates.in(tokens, SENT);
        Tokens none = Tokenizer.scan("", words);
        var page = new Page(tokens, new Layout(tokens), dates, Amounts.in(tokens, dates, WORKING_DAY), none, none);
        return Reader.read(page).getFirst().seen();
    }
}
