package io.tenth.extraction.internal.amount;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts without a unit that are charged of an amount before them, beside other numbers behind the same verbs. */
class ElidedChargesTest {

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            de | Es waren fünf Stunden, berechne bitte nur drei.                  | 300; 180
            de | Das Gespräch dauerte 85 Minuten, abrechnen bitte nur 60.         | 85; 60
            de | Von den 90 Minuten berechne ich Ihnen 45.                        | 90; 45
            de | Gearbeitet 6,5 Std., verrechnet werden 6.                        | 390; 360
            de | Vor Ort drei Stunden, davon bitte nur zwei berechnen.            | 180; 120
            de | Es dauerte drei Stunden, schreib bitte zwei Mails.               | 180
            de | Es dauerte drei Stunden, berechne nicht zwei.                    | 180
            en | I worked 3 hours on the lease. They charge us two for parking.   | 180
            en | Spent 3 hours drafting. Put two of us on the list.               | 180
            en | The hedge took me four hours. Put down three of those.           | 240; 180
            it | Due ore di stesura, ma mettine una e mezza.                      | 120; 90
            it | Cinquanta minuti di telefonata: mettine 30.                      | 50; 30
            it | Sette ore, gliene addebito cinque perché mi serviranno.          | 420; 300
            it | Ha richiesto 4,7 ore, che arrotondiamo in Suo favore a 4.        | 282; 240
            it | Tre ore sul contratto, fattura 12 del 3 marzo allegata.          | 180
            it | Due ore; metti cinque copie nella busta.                         | 120
            es | Me salieron por doce horas y media; ponles diez.                 | 750; 600
            es | Dos horas diez, que dejo en dos.                                 | 130; 120
            es | Duró dos horas; apunta dos cosas.                                | 120
            fr | J'ai mis quatre heures, mais n'en comptez que trois.             | 240; 180
            fr | J'ai mis cinquante minutes, je vous en compte trente.            | 50; 30
            fr | Gratuit pendant deux heures, puis facturé 2 € la demi-heure.     | 120; 30
            fr | J'ai mis deux heures, notez trois points.                        | 120
            pt | Demorei cinco horas e tal, mas faturo-lhe três.                  | 300; 180
            nl | Drie uur gewerkt, schrijf er maar 2 op.                          | 180; 120
            nl | De vier uur van maandag mag je als drie factureren.              | 240; 180
            nl | Drie uur vergaderd, boek twee kamers.                            | 180
            """)
    void areOfTheUnitBefore(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }
}
