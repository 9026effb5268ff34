package io.tenth.extraction.internal.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanceChargeTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            n | J'ai passé 2 heures sur le bail, que je ne vous facturerai pas.
            n | Hier, 1 h 15 d'analyse des relevés, on ne vous la facture pas.
            n | L'appel de ce matin avec M. Roux a duré 25 minutes, je vous l'offre.
            n | Appel de 20 minutes hier, ne le facturez pas au client.
            n | Les trente-cinq minutes de correction d'hier sont pour nous.
            n | J'ai passé 2 heures à reprendre le bail commercial, ce temps reste à la charge du cabinet.
            y | J'ai rédigé l'offre pour la mairie, 2 heures.
            y | J'ai passé 40 minutes sur la lettre, c'est pour moi un vrai casse-tête.
            y | J'ai passé 2 heures à vérifier que le bailleur ne les facture pas deux fois.
            y | J'ai travaillé 2 h sur la requête, pas encore facturées.
            y | J'ai passé 2 heures hier sur le bail. Le parking est à ma charge.
            """)
    void knowsWhatIsGivenAwayInFrench(String expected, String text) {
        assertThat(Charged.in("fr", text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            n | Ieri 2 ore sul bilancio, non gliele addebito.
            n | I 40 minuti di telefonata di ieri non te li metto in conto.
            n | Ho passato due ore a sistemare un mio errore in contabilità; quelle non le segno.
            n | Ho lavorato un'ora al testamento, gliela offriamo noi.
            n | Ho rivisto il contratto preliminare per 2 ore, tempo che resta a carico dello studio.
            y | Ho redatto l'offerta per il comune, 2 ore.
            y | Ho passato 2 ore sul contratto, la polizza è offerta dalla banca.
            y | Ho passato 2 ore sul contratto, che non metto in allegato.
            y | Ho passato 2 ore a leggere la memoria; il perito non la tiene in conto.
            y | Ho studiato 2 ore chi paga le spese, che non sono a carico dello studio.
            """)
    void knowsWhatIsGivenAwayInItalian(String expected, String text) {
        assertThat(Charged.in("it", text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            n | Estuve 40 minutos buscando el recibo, no se los voy a cobrar.
            n | Le expliqué el modelo 303 por teléfono 30 minutos, cortesía de la casa.
            n | Rehíce el plano del sótano, 2 horas. La culpa fue mía, así que corre a mi cargo.
            n | Trabajé 3 horas en el asunto Blanco, no hay que cobrarlas.
            y | Redacté la oferta para el ayuntamiento, 2 horas.
            y | Trabajé 2 horas en el recurso, aún no las he facturado.
            y | Pasé 2 horas con el contrato, que el banco no les cobra a ellos.
            y | Estudié 2 horas quién paga los gastos, que no corren de mi cuenta sino de la suya.
            y | Cuatro horas con el deslinde, y el cadenero otras dos con las vacas, que eso no se lo anoto.
            """)
    void knowsWhatIsGivenAwayInSpanish(String expected, String text) {
        assertThat(Charged.in("es", text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            n | Ontem 2 horas no balanço, não lhas cobro.
            n | Levei 40 minutos a encontrar o recibo, não lhos vou cobrar.
            n | Corrigi a planta da cave, 2 horas. A culpa foi minha, por isso ficam por minha conta.
            n | Hoje 90 minutos na revisão dos estatutos da associação. É pro bono, como os anteriores.
            n | Passei 2 horas a refazer a planta, não te vou pôr isso na conta.
            y | Redigi a oferta para a câmara, 2 horas.
            y | Estive 45 minutos ao telefone com o fornecedor, que não nos cobra o envio.
            y | Estudei 2 horas quem paga as despesas, que não ficam por minha conta.
            y | Passei 2 horas no contrato, não o ponho no correio por prudência.
            y | 3 h 20 min a configurar os postos; a hora de arranjar a impressora foi oferta da casa.
            """)
    void knowsWhatIsGivenAwayInPortuguese(String expected, String text) {
        assertThat(Charged.in("pt", text)).isEqualTo(expected);
    }
}
