package io.tenth.extraction.internal.amount;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms that one language alone has, beside what looks like them. */
class FormsOfOneLanguageTest {

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
