package io.tenth.extraction.internal.amount;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What French, Italian, Spanish and Portuguese make of hours in ways of their own. */
class RomanceAmountsTest {

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            fr | 4 h 40 rien que pour remettre le plan au net                | 280
            fr | plus 1 h 10 cet aprem à reprendre l'avenant                 | 70
            fr | ça a fait une heure cinquante il faut que tu rappelles      | 110
            fr | Entretien d'une heure quarante-cinq avec le notaire         | 105
            fr | Un appel d’une heure, puis un autre d’une heure vingt       | 60; 80
            fr | sept heures trente à réparer le portail                     | 450
            fr | Appel de sept heures avec le greffe                         | 420
            fr | une heure trois quarts de rédaction                         | 105
            it | Colloquio col perito: un'ora e venti effettiva              | 80
            it | due ore e quaranta nette di ricerca                         | 160
            es | cinco horas tres cuartos frente a la pantalla               | 345
            es | dos horas con diez minutos de pausa                         | 120; 10
            es | una hora con el perito y veinte con su abogado              | 60
            es | me tuvo en el teléfono una hora con diez                    | 70
            es | Dos horas con quince en el módulo                           | 135
            es | dos horas con cincuenta minutos en el Registro              | 170
            es | dos horas con diez clientes                                 | 120
            es | una hora con dos abogados                                   | 60
            pt | Foi 1 hora e 15 nisso                                       | 75
            pt | as 2 h 30 gastas a refazer o mapa                           | 150
            pt | conferência de pais, 1 h 15 efetivas                        | 75
            """)
    void readsTheMinutesBehindTheHours(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | Audience au greffe;1 h 10;175,00 €                          | 70
            fr | Requête en opposition;0 h 30;75,00 €                        | 30
            """)
    void readsHoursAndMinutesBesideTheNumberOfAnotherCell(String language, String row, String minutes) {
        assertThat(Minutes.in(language, row.replace(';', '\t'))).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            fr | Deux heures moins le quart de fouille dans les archives     | 105
            fr | Une heure moins dix de script                               | 50
            fr | trois heures moins vingt sur la note                        | 160
            fr | 5 heures moins 2 heures de pause                            | 300; 120
            it | due ore meno un quarto di ricerca                           | 105
            it | un'ora meno dieci di telefonate                             | 50
            es | dos horas menos cuarto de redacción                         | 105
            es | tres horas menos diez minutos en la vista                   | 170
            pt | escrevi-o hoje (três horas menos um quarto)                 | 165
            pt | duas horas menos sete chamadas                              | 120
            """)
    void takesOffWhatTheHoursLack(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            fr | Ça m'a mangé deux à trois heures ce soir, surtout le plan   | 120
            fr | Compte 6 à 7 heures de mon côté                             | 360
            fr | J'y suis restée entre trois heures et trois heures et demie | 180
            es | estuve entre tres horas y tres horas y media                | 180
            pt | programei tudo, entre três horas e três horas e meia        | 180
            fr | de 14 à 15 heures                                           | 60
            fr | entre 14 heures et 15 heures                                | 60
            fr | entre 9h et 10h30                                           | 90
            fr | un à 9 h, un autre à 11 h                                   |
            pt | das três às quatro horas                                    | 60
            """)
    void tellsRangesOfLengthsFromThoseOfTheClock(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            it | Sopralluogo in tre appezzamenti, ore 2,5 complessive        | 150
            it | ricerca dei comparabili, 19/01: ore 3                       | 180
            it | Studio del fascicolo: ore 1,75                              | 105
            it | Udienza ore 9.30                                            |
            it | udienza, ore 3,30                                           |
            it | riunione ore 15                                             |
            it | lunedì ore 3                                                |
            it | alle ore 3                                                  |
            """)
    void readsHoursWhoseUnitStandsFirst(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            fr | l'heure et demie que j'y ai passée ce matin                 | 90
            fr | l'heure que j'ai passée sur votre dossier                   | 60
            it | l'ora e mezza che ho passato in archivio                    | 90
            pt | a hora que gastei no mapa                                   | 60
            fr | à l'heure que vous avez choisie                             |
            it | l'ora che preferisci                                        |
            es | a la hora que llegué                                        |
            es | la hora que prefiero                                        |
            """)
    void readsTheHourThatAClauseIsAbout(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            fr | arrivée 14h, départ 16h20, à compter en entier              | 140
            fr | J'ai commencé à 13h30 et fini à 18h                         | 270
            fr | J'ai attaqué les scripts à 22h et rendu la main à 1h30      | 210
            it | Entrato alle 15, uscito alle 17.40, tutto rifatto           | 160
            it | Iniziato alle 9, finito alle 12, meno mezz'ora di pausa     | 150
            es | arrancamos a las 8 y firmamos a las 11:45                   | 225
            es | me senté a las 9 y media de la noche y solté a la 1 y cuarto | 225
            pt | comecei às 9h e acabei às 12h30                             | 210
            fr | La boutique a commencé à 9h et fini à 12h                   |
            fr | Le client est arrivé à 9h, parti à 10h                      |
            it | Il convegno è iniziato alle 9 e finito alle 12              |
            es | El perito llegó a las 9 y salió a las 12                    |
            es | llegué a las 5 conclusiones y terminé a las 12              |
            pt | cheguei a 5 acordos e saí a 3                               |
            """)
    void readsTimesBehindTheVerbsOfTheAuthor(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            fr | Samedi, de 3h10 à 4h, file bloquée                          | 50
            it | dalle 10 alle 16, al netto dei 45 minuti di pranzo          | 315
            it | Al tavolo dalle 16 all'1.30, tolta la cena che è durata un'ora | 510
            """)
    void readsRangesOfTheClockAndTheirBreaks(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            es | Hechas las tres cubiertas: una hora y cuarto en cada una    | 225
            es | seis horas por día, lunes, martes y hoy, en el módulo       | 1080
            pt | duas chamadas, vinte minutos cada.                          | 40
            pt | uma hora cada no testamento e na doação                     | 60; 60
            it | Oggi giornata intera al cantiere                            | 480
            it | Interpretariato in cabina: giornata intera                  | 480
            fr | on y a passé la journée entière                             | 480
            it | due giornate intere                                         | 960
            it | oggi tradotte cinque schede da 20 minuti l'una              | 100
            it | venticinque minuti di strada a tratta                       | 50
            fr | trois heures par soirée, lundi, mardi et aujourd'hui        | 540
            es | Hechas las tres cubiertas: hora y media en total            | 90
            es | tres llamadas cada 20 minutos                               | 20
            it | lette cinque schede, 20 minuti                              | 20
            pt | vinte minutos cada dia                                      | 20
            """)
    void multipliesOnlyWhatIsOfEach(String language, String text, String minutes) {
        assertThat(Minutes.in(language, text)).isEqualTo(Minutes.of(minutes));
    }
}
