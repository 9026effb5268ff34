package io.tenth.extraction.internal.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen in the clauses of French, Italian and Spanish, whose small words are several things at once. */
class RomanceClausesTest {

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            fr | Le rendez-vous chez le notaire a duré une heure.              | WORK_TOOK_THIS_LONG
            fr | L'audit nous a tenus occupés trois heures.                    | AUTHOR_DID_IT
            fr | On s'est appelés deux heures.                                 | AUTHOR_DID_IT
            it | La riunione dal commercialista è durata due ore.              | WORK_TOOK_THIS_LONG
            it | La verifica dei conti ci ha tenuti occupati quattro ore.      | WORK_TOOK_THIS_LONG
            it | Se ne sono andate due ore per il bilancio.                    | PAST_TENSE_WORK
            it | Dalle 9 alle 11 udienza a Milano.                             | WORK_WITH_ITS_TIME
            es | Nos tomó dos horas.                                           | WORK_TOOK_THIS_LONG
            es | La demanda la redacté en tres horas.                          | AUTHOR_DID_IT
            es | Las facturas las revisé durante dos horas.                    | AUTHOR_DID_IT
            es | Los cálculos me han tenido ocupado tres horas.                | WORK_TOOK_THIS_LONG
            es | Nos hicieron falta dos horas para cuadrar las cuentas.        | WORK_TOOK_THIS_LONG
            es | El estudio del contrato me llevó una hora.                    | WORK_TOOK_THIS_LONG
            es | De las 9 a las 11 vista en Sevilla.                           | WORK_WITH_ITS_TIME
            """)
    void seesTheAuthorsTime(String language, String text, Evidence evidence) {
        assertThat(seen(language, text))
                .contains(evidence)
                .doesNotContain(
                        Evidence.SOMEBODY_ELSE,
                        Evidence.DONE_BY_SOMEBODY,
                        Evidence.NAME_BEFORE_VERB,
                        Evidence.CONDITIONAL);
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            fr | Le greffier a passé deux heures au rendez-vous.               | SOMEBODY_ELSE
            it | L'atto è stato riletto dal notaio per due ore.                | DONE_BY_SOMEBODY
            it | L'analisi fatta dal perito ha richiesto due ore.              | DONE_BY_SOMEBODY
            it | Se ci vanno due ore, avvisami.                                | CONDITIONAL
            es | El estudio dedicó dos horas al contrato.                      | SOMEBODY_ELSE
            es | Tras dos horas de descanso seguimos.                          | DEADLINE_OR_NOTICE
            it | Risposta dopo due ore.                                        | DEADLINE_OR_NOTICE
            """)
    void seesWhatIsNotTheAuthors(String language, String text, Evidence evidence) {
        assertThat(seen(language, text)).contains(evidence).doesNotContain(Evidence.AUTHOR_DID_IT);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en | After two hours of negotiation we signed.
            fr | Après deux heures de négociation, nous avons signé.
            it | Dopo due ore di lavoro la bozza è pronta.
            es | Tras dos horas de trabajo, el borrador está listo.
            """)
    void seesNoDeadlineInWorkThatIsOver(String language, String text) {
        assertThat(seen(language, text)).doesNotContain(Evidence.DEADLINE_OR_NOTICE);
    }

    /** What is seen of the last amount. */
    private static Set<Evidence> seen(String language, String text) {
        return new MailSeen(language, "", "", text).evidence().getLast();
    }
}
