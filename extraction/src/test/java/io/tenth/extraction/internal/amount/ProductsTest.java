package io.tenth.extraction.internal.amount;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a count, the days or the things beside an amount make of it, in several languages. */
class ProductsTest {

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
            de | Acht Zeiteinheiten zu je zehn Minuten angesetzt.           | 80
            de | Drei Einheiten für 15 Minuten Telefonat.                   | 18; 15
            de | An fünf Abenden haben wir am Zaun jeweils zwei Stunden gesessen. | 600
            de | Zwei volle Verhandlungstage, gestern und heute, für die ich je acht Stunden ansetze. | 960
            de | An fünf Abenden haben Jana und ich jeweils zwei Stunden.   | 120
            nl | Drie eenheden van 10 minuten.                              | 30
            nl | Op drie avonden hebben we telkens twee uur getekend.       | 360
            de | Je eine Stunde für die Satzung und den Vertrag.            | 60; 60
            de | Das kostet 90 Euro die Stunde.                             |
            de | 1¼ Stunden pro Weg, hin und zurück.                        | 150
            en | 40 minutes' drive each way.                                | 80
            en | Hearing 3 hours and 20 minutes travel each way.            | 200
            it | Riunione, mezz'ora di macchina a tratta.                   | 60
            en | Six hours a day, Thursday and Friday, and today I wrote it up. | 720
            en | I spoke to her about an HR role.                           |
            en | Call Kay on 3-0643.                                        |
            en | Okafor 2204-11 - draft motion to compel                     |
            en | Phase 2 - 5h                                               | 300
            en | Packaging for Orme, round 2 – 5h                           | 300
            en | Orme phase 2 - 3 hours                                     | 180
            en | It took 2 - 3h                                             | 120
            en | On the brief, in part 2 - 3 hours                          | 120
            en | Two boilers at the school descaled, half an hour each.     | 60
            en | Six short tenancy renewals today at ten minutes a renewal. | 60
            en | Three at 20 minutes a form.                                | 60
            en | Tuesday and today, two hours each.                         | 240
            en | Mon to Thu this week, 4 hours a day on the atlas.          | 960
            en | The two engineers were there, three hours each.            | 180
            en | Twice an hour the alarm rang.                              |
            en | Four visits to the bank vault, fifty minutes each.         | 200
            en | The four Monday sessions, 75 minutes every one of them.    | 300
            en | Two joint sessions of 90 minutes.                          | 180
            en | A joint session of 90 minutes.                             | 90
            en | Three mornings at the cottage, of three hours a morning.   | 540
            en | Three months of feeds at 50 minutes a month.               | 150
            en | Three months ago it was two hours a month.                 |
            en | Visited twice, for an hour and three quarters on each occasion. | 210
            en | Drove there Monday and again today, forty minutes both times. | 80
            en | I rang three times, 20 minutes each time.                  | 60
            en | I rang twice, 20 minutes, and they hung up.                | 20
            en | The lorry was late, 40 minutes each time.                  | 40
            en | Seven letters out to the banks, at one unit each.          | 42
            en | Fifty minutes in the car each way.                         | 100
            en | The road claimed fifty minutes of me in each direction.    | 100
            en | Fifty minutes in the car and a wave each way.              | 50
            en | We had five testers in, 45 minutes with each, me asking.   | 45
            en | We had five models in, 45 minutes with each, me asking.    | 225
            en | The letters for Foods and for Realty, .4 each.             | 24; 24
            en | I read the scans of Hope and of Sark, an hour each.        | 60; 60
            en | Three calls with the engineers, an hour each.              | 180
            en | Four of us, five hours each, I was one of the four.        | 300
            """)
    void multiplies(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            nl | Twee derde uur aan de brief.                               | 40
            nl | 2 u 45 opmeting van de kelder.                             | 165
            nl | Aangifte verstuurd: kwartier.                              | 15
            nl | Van 8.00 tot 12.30 geveegd, met een kwartier ertussenuit.  | 255
            nl | De kwartieren waren te klein.                              |
            de | 1 Std 20 Begehung im Altbau.                               | 80
            nl | Van halftwaalf tot kwart voor vier de akte uitgewerkt.     | 255
            nl | Van halfacht tot negen vergaderd.                          | 90
            nl | We waren om halftwaalf bij de notaris.                     |
            nl | Een krap uur op het gemeentehuis.                          | 60
            nl | Het uurtje dat ik kwijt was met bellen.                    | 60
            nl | Dat extra uur van vandaag.                                 | 60
            nl | Het halfuurtje dat we gisteren hebben zitten praten.       | 30
            nl | Op het uur van vertrek was niemand er.                     |
            nl | Van 10 tot 18 uur gepleit, met een uur lunch en een half uur schorsing. | 390
            de | Die Stunde Anfahrt bin ich gefahren.                       | 60
            de | Die Stunde, die ich im Archiv stand.                       | 60
            de | Die Viertelstunde von gestern.                             | 15
            de | Es kostet 90 Euro die Stunde Arbeit.                       |
            de | In der Stunde vor Beginn kam zweimal die Stunde ein Bus.   |
            de | Ein knappes Stündchen telefoniert.                         | 60
            de | Vier und eine Viertelstunde hat das gedauert.              | 255
            de | Er kam um vier und eine Viertelstunde später wir.          | 15
            de | Sechs Stunden, davon habe ich zwei gebraucht, um es zu verstehen. | 360; 120
            de | Sechs Stunden, danach habe ich zwei gelesen.               | 360
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
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }
}
