package io.tenth.extraction.internal.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen in short German and Dutch sentences whose verb, object or subject does not stand where English has it. */
class WordOrderTest {

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            nl | Er is een uurtje in het overleg met de gemeente gaan zitten.        | MODAL_VERB
            nl | Dat ik twee uur op die storing heb zitten zoeken, mag op de bon.    | MODAL_VERB
            de | Falls du es notieren willst: Das Telefonat hat eine Stunde gedauert. | CONDITIONAL
            nl | De getuigen gehoord, 45 minuten.                                    | SOMEBODY_ELSE
            de | Die Mandantin beruhigt, 45 Minuten.                                 | SOMEBODY_ELSE
            de | Die Begehung mit Vermieter und Makler hat eine Stunde gedauert.     | SOMEBODY_ELSE
            nl | De planning gemaakt, 45 minuten.                                    | ESTIMATE_OR_PLAN
            de | Das Angebot geschrieben, 45 Minuten.                                | ESTIMATE_OR_PLAN
            de | Gestern habe ich zwei Stunden nach dem Fehler gesucht.              | BEFORE_OR_AFTER_SOMETHING
            nl | Gisteren twee uur over de clausule gediscussieerd.                  | BEFORE_OR_AFTER_SOMETHING
            de | Der Bericht ist fertig; 3,5 Stunden.                                | GOING_ON
            nl | Dossierstudie 48 minuten, zie de notitie in het dossier.            | GOING_ON
            de | Das hat zweieinhalb Stunden verschlungen, weil noch Wasser stand.   | GOING_ON
            nl | De cursus verzorgd, 45 minuten.                                     | SOMEBODYS_ACCOUNT
            """)
    void doesNotTakeItForThat(String language, String text, Evidence evidence) {
        assertThat(seen(language, text)).doesNotContain(evidence);
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            nl | Daar gaat een uur in zitten.                                        | MODAL_VERB
            nl | Daar zal een uurtje in gaan zitten.                                 | MODAL_VERB
            nl | Ik mag er twee uur aan zitten.                                      | MODAL_VERB
            de | Falls es länger als eine Stunde dauert, melde ich mich.             | CONDITIONAL
            nl | De getuigen hebben 45 minuten gewacht.                              | SOMEBODY_ELSE
            de | Kollege Braun saß an der Auswertung drei Stunden.                   | SOMEBODY_ELSE
            de | Vermieter und Makler haben eine Stunde gestritten.                  | SOMEBODY_ELSE
            nl | In de planning staat 45 minuten.                                    | ESTIMATE_OR_PLAN
            de | Laut Angebot 45 Minuten.                                            | ESTIMATE_OR_PLAN
            de | Wir hatten gehofft, in zwei Stunden fertig zu sein.                 | ESTIMATE_OR_PLAN
            de | Zwei Stunden nach der Sitzung rief er an.                           | BEFORE_OR_AFTER_SOMETHING
            de | Der Film dauert zwei Stunden.                                       | GOING_ON
            de | Das hat eine Stunde gebraucht.                                      | WORK_TOOK_THIS_LONG
            de | Die Lieferung war drei Stunden unterwegs.                           | THING_NOT_WORK
            nl | Gisteren was ik drie uur onderweg.                                  | AUTHOR_DID_IT
            """)
    void sees(String language, String text, Evidence evidence) {
        assertThat(seen(language, text)).contains(evidence);
    }

    /** What is seen of the last amount. */
    private static Set<Evidence> seen(String language, String text) {
        return new MailSeen(language, "", "", text).evidence().getLast();
    }
}
