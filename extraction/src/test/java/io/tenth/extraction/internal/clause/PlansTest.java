package io.tenth.extraction.internal.clause;

import static io.tenth.extraction.internal.clause.Evidence.DAY_TO_COME;
import static io.tenth.extraction.internal.clause.Evidence.ESTIMATE_OR_PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of what is still to be done look like lists of what was: what stands above them tells. */
class PlansTest {

    @Test
    void seesAPlanInATitleWithoutAColon() {
        assertThat(MailSeen.english("DONE\n- fixed the basket, 1.5\n\nPLAN\n- shipping zones, 1.5\n- form, 0.5")
                        .has(ESTIMATE_OR_PLAN))
                .containsExactly(false, true, true);
        assertThat(MailSeen.english("Next week\n- tank inspection, 3.0").has(ESTIMATE_OR_PLAN))
                .containsExactly(true);
        assertThat(MailSeen.english("The plan is done.\n- tank inspection, 3.0").has(ESTIMATE_OR_PLAN))
                .containsExactly(false);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en | Plan for Friday:
            en | My plan:
            de | To-do:
            nl | Te doen:
            fr | À faire:
            it | Da fare:
            es | Pendiente:
            pt | Por fazer:
            """)
    void seesAPlanInAHeading(String language, String heading) {
        String list = heading + "\n- 2 h\n- 1,5 h";
        assertThat(new MailSeen(language, "", "", list).has(ESTIMATE_OR_PLAN)).contains(true);
    }

    @ParameterizedTest
    @CsvSource({"Site plan, Hartwell:", "Plan of the cellar, hours:", "The plan was redrawn, twice:"})
    void leavesAPlanThatWasTheWork(String heading) {
        assertThat(MailSeen.english(heading + "\n- checked the levels, 2.5").has(ESTIMATE_OR_PLAN))
                .containsExactly(false);
    }

    @Test
    void seesTheHeadingOfATableAboveTheNamesOfItsColumns() {
        assertThat(MailSeen.english("Plan for next week:\n\nday | who | h\nMon | me | 6.0\nThu | me | 3.0")
                        .has(ESTIMATE_OR_PLAN))
                .containsExactly(true, true);
        assertThat(MailSeen.english("Done last week:\n\nday | who | h\nMon | me | 6.0\nThu | me | 3.0")
                        .has(ESTIMATE_OR_PLAN))
                .containsExactly(false, false);
    }

    @ParameterizedTest
    @CsvSource({
        "en,next week,true",
        "en,Rota for tomorrow,true",
        "en,This week,false",
        "en,Next steps,false",
        "de,nächste Woche,true",
        "de,diese Woche,false",
        "nl,planning volgende week,true",
        "fr,semaine prochaine,true",
        "it,settimana prossima,true",
        "es,la próxima semana,true",
        "pt,próxima semana,true"
    })
    void seesASubjectOfDaysToCome(String language, String subject, boolean toCome) {
        assertThat(new MailSeen(language, "", subject, "- Kessler, 2 h").has(DAY_TO_COME))
                .containsExactly(toCome);
    }

    @Test
    void believesAVerbOfThePastRatherThanTheSubject() {
        assertThat(MailSeen.english("Yesterday I spent two hours on the lease.")
                        .about("Re: tomorrow")
                        .has(DAY_TO_COME))
                .containsExactly(false);
    }
}
