package io.tenth.extraction.internal.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who did it where the subject stands apart from its verb, is made to do it, or is told by where the author was. */
class SubjectApartTest {

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            The adjuster, by contrast, needed two hours for the file.               | SOMEBODY_ELSE
            Our tenant's solicitor, as far as I can see, spent an hour on it.       | SOMEBODY_ELSE
            The notary - who is new there - spent 40 minutes on the stamps.         | SOMEBODY_ELSE
            Our clerk (the tall one) spent two hours on the stamps.                 | SOMEBODY_ELSE
            Nadia, a new trainee, spent 3.2 hours on the annex.                   | NAME_BEFORE_VERB
            Piet Hallema, who knows the dike, walked it for two hours.              | NAME_BEFORE_VERB
            I had my doubts. Nadia, in the end, spent 3.2 hours on the annex.       | NAME_BEFORE_VERB
            I had Nadia spend two hours on the annex.                               | SOMEBODY_ELSE
            I asked the engineer to take an hour for the drawing.                   | SOMEBODY_ELSE
            I had the engineer check the drawing for an hour.                       | SOMEBODY_ELSE
            I did the plan myself and Nadia spent two hours on the annex.           | NAME_BEFORE_VERB
            Two hours on the annex were spent by Nadia.                             | SOMEBODY_ELSE
            The hearing was over before the registrar spent an hour on it.          | SOMEBODY_ELSE
            Ms Lund's son spent an hour on the stamps.                              | SOMEBODY_ELSE
            Ms Lund, who likes stamps, spent an hour on them.                       | SOMEBODY_ELSE
            Nadia waited because the notary was late, then an hour on the annex.    | NAME_BEFORE_VERB
            Nadia read the annex because I was away, two hours.                     | NAME_BEFORE_VERB
            The registrar, who read the annex, two hours.                           | SOMEBODY_ELSE
            """)
    void seesSomebodyElse(String text, Evidence evidence) {
        assertThat(seen(text)).contains(evidence).doesNotContain(Evidence.AUTHOR_DID_IT, Evidence.PAST_TENSE_WORK);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            I, by contrast, spent two hours on the file.                            | AUTHOR_DID_IT
            We, who had the keys, spent an hour in the archive.                     | AUTHOR_DID_IT
            It was me who spent 40 minutes on the stamps.                           | AUTHOR_DID_IT
            Nadia, as agreed, spent two hours on the annex.                         | PAST_TENSE_WORK
            Drafted the annex, checked the stamps, spent an hour on the plan.       | PAST_TENSE_WORK
            Yesterday, after the flood, spent an hour on the plan.                  | PAST_TENSE_WORK
            I had the client call the bank asked for, half an hour.                 | AUTHOR_DID_IT
            I had to take an hour for the drawing.                                  | AUTHOR_DID_IT
            Nadia talked to us for half an hour.                                    | WORK_TOOK_THIS_LONG
            The briefing lasted forty minutes.                                      | WORK_TOOK_THIS_LONG
            The lease, however, took an hour.                                       | PAST_TENSE_WORK
            I asked Nadia to have the keys ready and spent an hour on the annex.    | PAST_TENSE_WORK
            I was down at the archive for an hour.                                  | WAS_THERE
            I have been with the notary for an hour.                                | WAS_THERE
            Was out at the dike from 9 to 11.                                       | WAS_THERE
            My log shows 1.2 hours for the call with Piet.                          | WORK_WITH_ITS_TIME
            I saw Piet for an hour and his sister for half an hour.                 | WORK_NAMED_BESIDE_IT
            The call with the bank's contract manager lasted 70 minutes.            | WORK_TOOK_THIS_LONG
            Ms Lund's hearing lasted an hour.                                       | WORK_TOOK_THIS_LONG
            The hearing before Registrar Lund was 0.4.                              | WORK_WITH_ITS_TIME
            The report, which you have herewith, took four hours.                   | WORK_TOOK_THIS_LONG
            I waited because the notary was late, then 35 minutes of interpreting.  | AUTHOR_DID_IT
            Today myself and Nadia have spent two hours on the annex.               | AUTHOR_DID_IT
            I must have spent two hours on the annex.                               | AUTHOR_DID_IT
            I read the annex because Nadia was away, two hours.                     | AUTHOR_DID_IT
            The second one took 40 minutes.                                         | WORK_TOOK_THIS_LONG
            My answers are attached. They were two hours' work.                     | WORK_WITH_ITS_TIME
            """)
    void seesTheAuthor(String text, Evidence evidence) {
        assertThat(seen(text)).contains(evidence).doesNotContain(Evidence.SOMEBODY_ELSE, Evidence.NAME_BEFORE_VERB);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            I was asked to look at it for an hour.                                  | WAS_THERE
            The notary was at the archive for an hour.                              | WAS_THERE
            I was in bed for an hour.                                               | WAS_THERE
            Nadia called me three hours after the storm.                            | WORK_TOOK_THIS_LONG
            Spoke with Nadia for an hour, she says that the annex is dry.           | SAID_BY_SOMEBODY
            The same thing lasted from 4 to 5 pm.                                   | WORK_TOOK_THIS_LONG
            Your log shows 1.2 hours for the call with Piet.                        | WORK_WITH_ITS_TIME
            I not only sketched it for two hours but priced it.                     | NOT_DONE
            I gave it not less than an hour.                                        | NOT_DONE
            I read the notes without a pause for an hour.                           | NOT_DONE
            I was able to sit with her for an hour.                                 | MODAL_VERB
            I must have sat with her for an hour.                                   | MODAL_VERB
            I sat there for an hour before they called us.                          | BEFORE_OR_AFTER_SOMETHING
            Fixed the pipe. Cost you two hours plus parts.                          | SOMEBODY_ELSE
            On the annex from 8:30 to 3:00, minus 45 minutes for a sandwich.        | LOOKS_LIKE_AN_APPOINTMENT
            Fed the baby, then again from 10:00 to 11:45 on the annex.              | PERSONAL_TIME
            I promised the figure, so here it is: I sat with her for 2.1 hours.     | ESTIMATE_OR_PLAN
            The recording runs 5 hours, I listened to two hours of it.              | PART_OF_ANOTHER
            The handover was an hour long.                                          | BEFORE_OR_AFTER_SOMETHING
            Two hours on the annex, as I told Piet.                                 | SAID_BY_SOMEBODY
            """)
    void doesNotTakeItForThat(String text, Evidence evidence) {
        assertThat(seen(text)).doesNotContain(evidence);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            I must have two hours for the annex.                                    | MODAL_VERB
            I could have spent two hours on it.                                     | MODAL_VERB
            We had reserved an hour for the rig and another two hours for the tank. | ESTIMATE_OR_PLAN
            Still to be reviewed: the annex, two hours.                             | ESTIMATE_OR_PLAN
            Still to come: the annex, two hours.                                    | ESTIMATE_OR_PLAN
            Two hours forty, he tells me.                                           | SAID_BY_SOMEBODY
            The bridge (two hours by train, the guide says) is shut.                | SAID_BY_SOMEBODY
            Not done this week: the annex, two hours.                               | NOT_DONE
            I left without an hour of sleep.                                        | NOT_DONE
            """)
    void seesAReasonToDoubtIt(String text, Evidence evidence) {
        assertThat(seen(text)).contains(evidence);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            A audiência durou 55 minutos.               | WORK_TOOK_THIS_LONG
            Traduzi a ata. Levou-me quatro horas.       | WORK_TOOK_THIS_LONG
            Reunião com a perita; demorou uma hora.     | WORK_TOOK_THIS_LONG
            A engenheira passou duas horas no arquivo.  | SOMEBODY_ELSE
            O perito fez o laudo. Demorou quatro horas. | SOMEBODY_ELSE
            Ela demorou duas horas.                     | SOMEBODY_ELSE
            """)
    void seesWhatTookTheTimeInPortuguese(String text, Evidence evidence) {
        assertThat(new MailSeen("pt", "", "", text).evidence().getLast()).contains(evidence);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            You should bill 2.0 to Orme.                                | true
            You may write four units for the letter.                    | true
            Can you get 3.5 on the bill?                                | true
            They will be billed three hours.                            | true
            Only half a day is to be charged.                           | true
            One day is what you invoice.                                | true
            My sheet should read 2.25 hours.                           | true
            You may need four units for the letter.                     | false
            You should book the room for two hours.                     | false
            You should bill Nadia's two hours to Orme.                  | false
            She says you should bill two hours.                         | false
            If it takes longer you should bill two hours.               | false
            His timesheet should say 2.5 hours.                         | false
            The printer has invoiced two hours.                         | false
            They hoped to be charged two hours.                         | false
            You should allow two hours.                                 | false
            They were billed three hours.                               | false
            They will not be billed three hours.                        | false
            We will be billed three hours by the printer.               | false
            One day is what I never bill.                               | false
            """)
    void seesWhatIsToBeBilled(String text, boolean billed) {
        assertThat(seen(text).contains(Evidence.BILLING_INSTRUCTION)).isEqualTo(billed);
    }

    /** What is seen of the last amount. */
    private static Set<Evidence> seen(String text) {
        return MailSeen.english(text).evidence().getLast();
    }
}
