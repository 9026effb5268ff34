package io.tenth.extraction.internal.amount;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts as German and Dutch have them, beside what looks like one and is none. */
class GermanicAmountsTest {

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            nl | Twee uur en tien aan de akte gelezen.                           | 130
            nl | Een uur en veertig.                                             | 100
            nl | Een uur of twee.                                                | 120
            nl | Uurtje of vier mee bezig geweest.                               | 240
            nl | Op drie vierde uur doorgenomen.                                 | 45
            nl | In het vierde uur kwam er een storing.                          |
            nl | Een uur en een tiende.                                          | 66
            nl | In maart 22 uur aan het rooster gemaakt.                        | 1320
            nl | Vrijdag 22 uur was het donker.                                  |
            nl | Hoofdstuk 5 honderd minuten.                                    | 100
            nl | Het nalezen was drie uur, het uitlezen kostte mij er twee.      | 180; 120
            nl | Het nalezen was drie uur, en daar heb ik er vijf op versleten.  | 180; 300
            nl | Het nalezen was drie uur, en er waren er twee te laat.          | 180
            nl | Twee komma vijf, en dat was inclusief de tekening.              | 150
            nl | Versie twee komma vijf van het stuk.                            |
            de | Drei Stund bin ich dran gesessen.                               | 180
            de | Drei dreiviertel Stunden hat das gekostet.                      | 225
            de | Zwei Dreiviertelstunden.                                        | 90
            de | Drei dreiviertel Liter.                                         |
            de | Vier Stunden und ein Zehntel.                                   | 246
            de | Eine und eine Viertelstunde Lektüre.                            | 75
            de | Die eine und eine Viertelstunde später die andere.              | 15
            de | Im Haus vier und eine Viertelstunde im Hof.                     | 15
            de | In Wohnung vier und eine Viertelstunde im Hof.                  | 15
            de | Davon habe ich heute eindreiviertel an der Richtlinie geschrieben. | 105
            de | Zweieinhalb Seiten, zweieinhalb von den Seiten.                 |
            de | Der Entwurf hat mich den ganzen gestrigen Tag beschäftigt.      | 480
            """)
    void readsLengths(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            de | Von zehn bis sechzehn Uhr.                                      | 360
            de | Von eins bis viertel sechs.                                     | 255
            de | Von neun bis viertel nach zehn.                                 | 75
            de | Von gestern 21:30 bis heute 2:00 Uhr gestanden.                 | 270
            de | Um dreizehn Uhr kam er.                                         |
            nl | Van dertien uur.                                                | 780
            de | Angefangen um 21:30, fertig um 1:15.                            | 225
            de | Angefangen um 8, aufgehört um 17.                               | 540
            de | Ich habe um 9 Uhr angefangen und um halb zwölf aufgehört.       | 150
            de | Die Sitzung hat um 9 Uhr angefangen und um halb zwölf aufgehört. |
            de | Ankunft des Gutachters 9 Uhr, Abfahrt 15 Uhr.                   |
            de | Angekommen im Hotel 14:00, weggefahren 18:00.                   |
            de | Angefangen mit 8 Seiten, aufgehört mit 17 Seiten.               |
            nl | Begonnen om 13.20, klaar om 16.05, met twintig minuten schorsing. | 145
            nl | Ter plaatse 20:10, weg 23:25.                                   | 195
            nl | Ben om twee uur begonnen en om halfzes gestopt.                 | 210
            nl | Begonnen twee uur geleden, klaar om drie uur.                   | 120
            nl | Aanvang 13:35, opgehangen om 14:20.                             | 45
            nl | Van acht uur 's ochtends tot één uur 's middags getolkt.        | 300
            nl | Vergaderd van 8 uur ’s avonds tot half elf.                     | 150
            de | Ich habe um 9:15 angefangen und war um 12:15 fertig.            | 180
            nl | Om negen uur ben ik aan de stukken begonnen en om tien over twaalf was ik klaar. | 190
            nl | Om negen uur ben ik gebeld en om tien over twaalf was ik klaar. |
            de | Um 9:15 hat er angefangen und um 12:15 war er fertig.           |
            de | Wir waren drei Stunden dort, verrechnet werden zwei.            | 180; 120
            nl | Drie uur aan het plan gezeten, schrijf er maar 2 op.            | 180; 120
            de | Wir waren drei Stunden dort, verrechnet werden zwei Zimmer.     | 180
            """)
    void readsTimesOfTheAuthor(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            de | Angefangen um 8, von 12 bis 13 gegessen, aufgehört um 17.       | 480
            nl | Begonnen om 8 uur, van 12 tot 13 uur gegeten, gestopt om 17 uur. | 480
            en | Started at 8:00, lunch from 12 to 1, finished at 17:00.         | 480
            de | Von 8 bis 17 Uhr gearbeitet, von 12 bis 13 Uhr Mittagspause.    | 480
            de | Von 8 bis 17 Uhr, Mittag 12 bis 13 Uhr, Kaffee 15 bis 15:30 Uhr. | 450
            de | Von 8 bis 12 Uhr, Mittag von 12 bis 13 Uhr, von 13 bis 17 Uhr.  | 240; 60; 240
            de | Von 8 bis 17 Uhr, 30 Minuten Mittagspause, 15 Minuten Kaffeepause. | 495
            de | Von 8 bis 17 Uhr am Plan, abzüglich einer Stunde Mittag, abzüglich 15 Minuten Kaffeepause. | 465
            nl | Van 8 tot 17 uur, lunch een uur en koffie 15 minuten eraf.      | 465
            en | 9-5, lunch an hour, tea 15 minutes.                             | 405
            en | 10am-10pm w/ 2 x 1hr breaks                                     | 600
            en | 1pm to 11pm with two one-hour breaks                            | 480
            en | From 9.30 to 12, with a quarter of an hour for your welcome tea | 135
            en | Started at 9 and finished at 6 with 45 minutes for lunch.       | 495
            en | We began on 9 and ended on 12.                                  |
            en | Read the chapters: began at 2, stopped at 5.                    |
            en | Started at 9, broke at 12, back at 1, finished at 5.            |
            en | Worked 9:00-17:00, reviewed exhibits 3-7, less 1 hour for lunch. | 420
            en | Worked 9:00-17:00, two 15 minute breaks.                        | 450
            en | 9:00-17:00, 1 hour for Acme's tea brand                         | 480; 60
            en | Worked 9-12 on Reyes, 13-17 on Adams, less 30 minutes for lunch. | 180; 210
            fr | L'assemblée, commencée à 18h30 et terminée à 22h                | 210
            en | Worked 9-5, an hour with the clerk, tea at four.                | 480; 60
            nl | Van tien tot half drie, lunch van een half uur eruit halen.     | 240
            de | Von 14 bis 17 Uhr, davon eine halbe Stunde Kaffeepause.         | 150
            de | Von 9 bis 12 Uhr, davon eine halbe Stunde Diktat.               | 180; 30
            de | Von zehn bis sechzehn Uhr, unterbrochen von anderthalb Stunden Elternabend. | 270
            de | Von 16 Uhr bis 22 Uhr gezeichnet, eine Stunde Pizza geht ab.    | 300
            de | Von 8:00 bis 11:20, die zwei Pausen (zusammen 40 Minuten) sind abzuziehen. | 160
            de | Von 8 bis 12 Uhr Akte A, von 13 bis 17 Uhr Akte B, 30 Minuten Pause. | 240; 210
            en | 9:30 till 1:15 tonight on the filing, and then a birthday dinner (3 hrs, brisket). | 225; 180
            en | Brochure, 9-12 and 1-2:30.                                      | 180; 90
            en | Pages 9-12 and 13-14.                                           |
            en | Reviewed bids 2-5, 3:00-3:30.                                   | 30
            en | Deposition, 9:00 to 3:30, off the record an hour for lunch.     | 330
            it | Dalle 9 alle 18, una pausa di 30 minuti e una pausa di 15 minuti. | 495
            """)
    void takesEachBreakOff(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            de | Ich bin dafür je 50 Minuten hin und zurück gefahren.            | 100
            de | Die Anfahrt hin und zurück macht bei mir je 25 Minuten.         | 50
            de | Gestern bin ich hin und zurück 50 Minuten gefahren.             | 50
            nl | Heen en terug telkens 55 minuten onderweg.                      | 110
            de | Mit vier Landwirten habe ich heute telefoniert, jeweils eine Viertelstunde. | 60
            de | Mit beiden Kindern habe ich je fünfzig Minuten gesprochen.      | 100
            de | Wir beide haben je zwei Stunden gelesen.                        | 120
            de | Wir haben mit drei Leuten je zwei Stunden gemessen.             | 120
            de | Ich habe heute elf Eigentümer abtelefoniert, je zehn Minuten.   | 110
            de | Drei Helfer haben gemessen, je zwei Stunden.                    | 120
            de | Ich habe im Zimmer 3 Akten gelesen, je zwei Stunden.            | 120
            de | 10 Mails geschickt, mit Smith gesprochen, je zwanzig Minuten.   | 20
            de | 10 Mails geschickt, mit Smith gesprochen, zwanzig Minuten jeweils. | 20
            en | Ten mails sent, spoke with Smith, twenty minutes each.          | 20
            en | Ten mails sent, twenty minutes each.                            | 200
            nl | Tien mails gestuurd, met Smith gebeld, telkens twintig minuten. | 20
            nl | Twee keer gebeld, telkens een kwartier.                         | 30
            nl | Vier kandidaten gezien, steeds vijftig minuten.                 | 200
            nl | Vier huurders hebben telkens een kwartier geklaagd.             | 15
            de | Drei Telefonate mit dem Erfinder zu je 20 Minuten.              | 60
            de | Der Käufer hat heute viermal angerufen, jedes Mal eine Viertelstunde. | 60
            de | Der Käufer hat heute angerufen, jedes Mal eine Viertelstunde.   | 15
            de | An drei Tagen habe ich jeweils einen halben Tag gelesen.        | 720
            de | Donnerstag und Freitag je einen vollen Tag.                     | 960
            """)
    void multipliesWhatTheClauseCounts(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }
}
