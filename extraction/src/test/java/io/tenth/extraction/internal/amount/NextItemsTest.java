package io.tenth.extraction.internal.amount;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers whose unit stands in the item before them, beside numbers that count something else. */
class NextItemsTest {

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en | I spent 2 hours on the motion and 1 on the call.                 | 120; 60
            en | Two hours on the plates: forty-one cleaned, three with emulsion. | 120
            en | Two hours on the lease, and three on the call dropped out.       | 120
            it | Nove ore all'esame dei bilanci, dodici alla stesura.             | 540; 720
            it | Due ore in udienza e tre di loro sono usciti.                    | 120
            es | Dos horas de lectura de la prueba y tres de redacción.           | 120; 180
            es | Le metí 3 horas a las conciliaciones y ayer otras 2 a depurar.   | 180; 120
            es | Dos horas a la demanda y tres de los testigos no vinieron.       | 120
            pt | 1 hora no terreno e outras 3 na elaboração do relatório.         | 60; 180
            fr | Deux heures au greffe, trois pour cent des dossiers manquent.    | 120
            de | Zwei Stunden an der Klage gearbeitet und drei am Schriftsatz.    | 120; 180
            de | Für das Gutachten acht Stunden, für den Schriftsatz drei.        | 480; 180
            de | Zwei Stunden an der Klage, und drei Zeugen am Telefon.           | 120
            nl | Twee uur aan de akte gewerkt en drie aan de brief.               | 120; 180
            """)
    void areOfTheUnitOfTheItemBefore(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            it | Stimavo 5 ore, sono state 7.                                     | 300; 420
            es | No fueron 50 minutos, fueron 15.                                 | 50; 15
            pt | Não foram 70 minutos, foram 40.                                  | 70; 40
            es | Trabajé dos horas con los testigos, fueron siete.                | 120
            it | Due ore con i soci, sono stati 7.                                | 120
            pt | Duas horas com as testemunhas, foram 7.                          | 120
            """)
    void areWhatCameOfATimeThatWasThoughtOrDenied(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            it | Oggi ore 2 di ricerca in archivio.                               | 120
            it | Ci vediamo alle ore 2 di pomeriggio.                             |
            it | Domani ore 3 di sera.                                            |
            de | Bitte mit zwei Stunden zwanzig notieren.                         | 140
            de | Zwei Stunden zwanzig Kilometer gefahren.                         | 120
            de | Telko mit dem Amt, 7 ZE                                          | 42
            nl | Reistijd 1 uur 50 heen en 1 uur 50 terug.                        | 110; 110
            fr | Cinq heures vingt ont suffi.                                     | 320
            es | Entré a las diez y salí a las cinco y cuarto.                    | 435
            es | Entré a las dos salas y salí a las tres reuniones.               |
            it | Sono arrivato alle nove e uscito alle undici.                    | 120
            """)
    void readsFormsOfOneLanguage(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }
}
