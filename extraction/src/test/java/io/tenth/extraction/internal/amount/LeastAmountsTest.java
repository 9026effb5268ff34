package io.tenth.extraction.internal.amount;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readings by which somebody would be billed more than was told. */
class LeastAmountsTest {

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            pt | ontem e hoje duas horas cada um, com o Paulo                       | 120
            pt | duas vistorias, duas horas cada um, com o Paulo                    | 120
            pt | Eu e a Ana lemos dez relatórios, vinte minutos cada                | 20
            es | ayer y hoy dos horas cada uno, con Pablo                           | 120
            es | Leí diez informes con Ana, veinte minutos cada uno                 | 20
            fr | hier et aujourd'hui deux heures chacun, avec Paul                  | 120
            it | Ieri e oggi nove ore a testa, io e Gemma, per l'archivio            | 540
            it | ieri e oggi due ore ciascuno, con Paolo                            | 120
            en | Yesterday and today two hours each, with Paul                      | 120
            en | Six hours each for Noor and me yesterday in the data room          | 360
            fr | une heure chacun, Paul et moi, sur le bail, le devis et l'acte     | 60
            fr | une heure chacun sur le bail, le devis et l'acte, Paul et moi      | 60
            en | two hours each on the motion and the reply, Fergus and I           | 120
            en | two site visits with Paul, two hours each                          | 240
            en | An hour each for the US and Japan designations                     | 60; 60
            pt | duas vistorias, duas horas cada uma                                | 240
            es | cuatro visitas, veinte minutos cada una                            | 80
            fr | une heure chacun sur le bail et l'acte, et j'ai appelé Paul        | 60; 60
            """)
    void countsWhatPeopleShareOnce(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            it | dieci pagine, venti minuti                                         | 20
            it | dieci pagine da venti minuti                                       | 20
            it | dieci fogli di venti minuti                                        | 20
            es | diez páginas de veinte minutos                                     | 20
            fr | relu six feuillets de vingt minutes                                | 20
            es | veinte minutos por diez páginas                                    | 20
            es | 2 horas por 3 informes                                             | 120
            es | veinte minutos por 3                                               | 60
            it | due chiamate da venti minuti                                       | 40
            fr | six visites de vingt minutes                                       | 120
            en | sent 10 emails to the experts, spoke to Smith, twenty minutes each | 20
            en | sent 10 emails, a call with Smith, twenty minutes each             | 20
            en | Two boilers at the school descaled, half an hour each              | 60
            """)
    void multipliesByNothingThatIsNotSaidToHaveTheAmount(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en | five hours a week on the Harbor file                               | ''
            en | The retainer runs twelve weeks at five hours a week                | ''
            fr | cinq heures par semaine                                            | ''
            es | cuatro horas al mes                                                | ''
            pt | 4 horas por mês                                                    | ''
            en | three months of feeds at 50 minutes a month                        | 150
            en | five hours this week                                               | 300
            it | due visite a due ore l'una dall'altra                              | ''
            it | le due sedi distano l'una dall'altra tre ore                       | ''
            it | due riunioni, un'ora l'una                                         | 120
            fr | deux réunions à deux heures l'une de l'autre                       | ''
            es | dos visitas a dos horas una de otra                                | ''
            pt | duas visitas a duas horas uma da outra                             | ''
            en | two calls three hours apart                                        | ''
            en | two hours apart from the break                                     | 120
            en | three and a quarter on the term loan                               | ''
            en | three and a quarter on the term sheet                              | 195
            it | due e mezzo sul mutuo                                              | ''
            en | measured the doorway, two and a half on the left                   | ''
            en | two and a half on the lease                                        | 150
            """)
    void seesNoWorkInRatesAndDistances(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en | 2 hours 12 review comments                                         | 120
            en | 2 hours 12 review                                                  | 132
            en | 1 hr 20 review of comments                                         | 80
            en | two hours and twenty back-and-forth emails                         | 120
            en | two hours and twenty back home                                     | 140
            pt | às três horas menos dez                                            | ''
            pt | levei três horas menos dez                                         | 170
            fr | à trois heures moins dix                                           | ''
            fr | Réunion vers quatre heures moins le quart                          | ''
            fr | j'ai mis trois heures moins dix                                    | 170
            fr | de deux à trois heures moins dix                                   | 50
            fr | entre cinq heures et cinq heures vingt                             | 20
            fr | J'y suis restée entre trois heures et trois heures et demie        | 180
            en | went through a quarter of 10 to 12 boxes                           | ''
            en | a quarter of 10 to 12 in the archive                               | 135
            en | from 9 till the call with 11 lawyers                               | ''
            en | from 9am till the call with 11 lawyers                             | ''
            en | from 9 till the meeting at 11                                      | 120
            """)
    void tellsMinutesFromCountsAndLengthsFromTimesOfDay(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            es | empecé a las 9, comí de 14 a 15, terminé a las 18                  | 480
            pt | comecei às 9, almocei das 13 às 14, terminei às 18                 | 480
            fr | commencé à 9h, déjeuné de 12h à 13h, fini à 18h                    | 480
            it | ho iniziato alle 9, ho pranzato dalle 13 alle 14, ho finito alle 18 | 480
            en | started at 9am, had lunch from 12 to 1, finished at 6pm            | 480
            en | Started at 9:00, lunch 12:00-12:45, finished at 17:00              | 435
            fr | de 9h à 18h, moins une heure de déjeuner et moins dix minutes de pause | 470
            fr | de 8 h à 17 h 30, moins une heure de repas et moins les trente minutes au mess | 480
            it | dalle 9 alle 18, un'ora di pranzo, mezz'ora di pausa caffè         | 450
            es | de 9 a 18, menos una hora de comida, menos quince minutos de café  | 465
            es | de 9 a 18, quitando una hora para comer y otra para cenar          | 420
            pt | das 9h às 19h, menos uma hora de almoço e outra de jantar          | 480
            en | 9 to 5 minus lunch (30 min), 15 min coffee, and 10 min tea         | 425
            en | 9 to 5 less an hour for lunch, then 30 minutes on the lease        | 420; 30
            fr | de 9h à 18h, moins une heure de déjeuner, puis deux heures de rédaction | 480; 120
            es | De diez a cinco, menos la hora que paramos para comer              | 360
            fr | de 8h à 17h, moins l'heure du déjeuner                             | 480
            es | 8:15 a 14:15, parada de media hora para el bocadillo               | 330
            it | dalle 8 alle 17, una pausa di un'ora                               | 480
            it | dalle 9.10 alle 12.40, detratta la mezz'ora in cui mancava la luce | 180
            pt | das 10h às 12h45, fora meia hora em que ele saiu                   | 135
            pt | das 16h às 18h, e descontem-se vinte minutos                       | 100
            pt | das 9h às 12h fora do escritório                                   | 180
            """)
    void takesOffEachBreak(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            fr | Arrivée de l'expert à 9h, départ à 15h                             | ''
            fr | Arrivée du géomètre à 9h, départ à 15h                             | ''
            fr | Arrivée à 9h, départ du client à 15h                               | ''
            it | Arrivo del perito alle 9, uscita alle 15                           | ''
            fr | Arrivée sur site à 9h, départ à 15h                                | 360
            it | Ingresso alle 9, uscita alle 15                                    | 360
            es | Llegué a las 9, salí a las 15                                      | 360
            en | gate log: in at 7.05, out at 16.20                                 | 555
            en | my gate log: in at 7.05, out at 16.20                              | 555
            """)
    void countsNoTimeBetweenComingsAndGoingsOfOthers(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Okafor (his card, the gate log: in at 7.05, out at 16.20)
            Card for Sam Okafor, gate log: in at 7.05, out at 16.20
            Sam's badge: in at 7.05, out at 16.20
            """)
    void takesNoRangeFromTheRecordOfAnother(String text) {
        assertThat(Minutes.in("en", text)).doesNotContain(555);
    }
}
