package io.tenth.extraction.internal.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GermanicChargeTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            n   | Heute habe ich 45 Minuten mit dem Bauamt telefoniert. Das rechne ich Ihnen nicht ab.
            n   | Gestern habe ich zwei Stunden am Grundriss gearbeitet, die rechne ich Ihnen natürlich nicht ab.
            n   | Für die Stunde, die ich heute am Drucker verbracht habe, will ich kein Geld von euch.
            n   | Die zwanzig Minuten am Telefon heute kosten dich natürlich nichts.
            n   | Heute 45 Minuten mit Herrn Wolf die Heizung durchgesprochen. Kostet Sie keinen Cent.
            n   | Heute 50 Minuten mit dem Lieferanten verhandelt. Dafür fällt kein Honorar an.
            n   | Heute habe ich 2 Stunden den Antrag umgebaut. Das stelle ich Ihnen nicht in Rechnung, der Fehler war meiner.
            n   | Heute 3 Stunden Sitzung gehabt, aber verrechne sie nicht.
            y n | Heute habe ich 2 Stunden am Vertrag gearbeitet. Die Fahrt von 30 Minuten schenke ich Ihnen.
            y   | Heute 30 Minuten mit Frau Kern telefoniert. Noch nicht abgerechnet.
            y   | Heute 50 Minuten am Entwurf gesessen, das habe ich noch nicht in Rechnung gestellt.
            y   | Heute 75 Minuten am Schriftsatz gearbeitet, das rechne ich nicht pauschal ab, sondern nach Zeit.
            y   | Heute 45 Minuten mit Dr. Wulf gesprochen; er stellt uns dafür keine Rechnung.
            y   | Heute 2 Stunden die Gratis-App getestet und den Bericht geschrieben.
            y   | Die 2 Stunden von gestern am Server berechne ich, die Fahrt kostet Sie nichts.
            y   | Heute 50 Minuten mit Herrn Seidl telefoniert: Er zahlt nichts, solange der Mangel bleibt.
            y   | Heute 3 Stunden am Regal gebaut. Vergiss nicht, das abzurechnen.
            """)
    void saysInGermanWhatIsGivenAway(String expected, String text) {
        assertThat(Charged.in("de", text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            n   | Vandaag heb ik 45 minuten met de gemeente gebeld. Dat reken ik u niet aan.
            n   | Gisteren twee uur aan de plattegrond zitten verbeteren, die reken ik je natuurlijk niet.
            n   | Vandaag heb ik een uur aan je cv geschaafd. Daar vraag ik geen geld voor.
            n   | Vandaag 45 minuten met meneer Wolf de verwarming besproken. Kost u geen cent.
            n   | Ik heb vandaag 30 minuten met uw zoon gesproken; dat kost u vanzelfsprekend niets.
            n   | Vandaag 20 minuten gebeld met de bank. Dat schenk ik je, want het was mijn vergissing.
            n   | Die overtikken, 45 minuten, zet ik dus niet op de nota.
            n   | Vandaag 75 minuten met haar overlegd. Dat rekenen we niet aan, ze zit al diep genoeg.
            y   | Vandaag 30 minuten met mevrouw Kern gebeld. Nog niet gefactureerd.
            y   | Vandaag 50 minuten aan het concept gewerkt, dat heb ik nog niet in rekening gebracht.
            y   | Vandaag 3 uur aan de kast gebouwd. Vergeet niet het te factureren.
            y   | Vandaag 45 minuten met dokter Wulf gesproken; hij stuurt ons daarvoor geen rekening.
            y   | Vandaag 2 uur de gratis-actie voorbereid en de folder geschreven.
            y   | De 2 uur van gisteren aan de server factureer ik, de rit kost u niets.
            y   | Vandaag 25 minuten met mevrouw Lang gebeld. Zij wil niets betalen.
            """)
    void saysInDutchWhatIsGivenAway(String expected, String text) {
        assertThat(Charged.in("nl", text)).isEqualTo(expected);
    }
}
