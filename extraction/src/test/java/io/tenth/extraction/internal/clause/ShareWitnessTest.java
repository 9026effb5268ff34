package io.tenth.extraction.internal.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose time it is where no subject and verb tell it: of the last amount of a text. */
class ShareWitnessTest {

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            Ottilie's time on the annex was two hours.                              | SOMEBODYS_ROW
            Her share of the annex was 1.5 hours.                                   | SOMEBODYS_ROW
            Our surveyor's time at the mill was two hours.                          | SOMEBODYS_ROW
            Mr Hallema's time came to six hours.                                    | SOMEBODYS_ROW
            An hour and ten of Ottilie's went into the annex.                       | SOMEBODYS_ROW
            (me) 1.25 h on the annex; (Ottilie) 0.5 h on the map.                   | SOMEBODYS_ROW
            From Ottilie, today: reviewed the annex, 1.2 hours.                     | SOMEBODYS_ROW
            It cost the mill two hours.                                             | SOMEBODY_ELSE
            The misprint cost our surveyor two hours.                               | SOMEBODY_ELSE
            The misprint took the mill an hour.                                     | SOMEBODY_ELSE
            Two hours it took the engineers.                                        | SOMEBODY_ELSE
            It was the mill's fitter that spent two hours on the flange.            | SOMEBODY_ELSE
            I made the trainees go over it for two hours.                           | SOMEBODY_ELSE
            I got our surveyor to walk the boundary for an hour.                    | SOMEBODY_ELSE
            We let the trainee work on it for three hours.                          | SOMEBODY_ELSE
            The annex was indexed, two hours, by the two clever trainees.           | DONE_BY_SOMEBODY
            Ottilie tells me the hearing went on for two hours.                     | SAID_BY_SOMEBODY
            The hearing lasted two hours (Ottilie tells me).                        | SAID_BY_SOMEBODY
            The hearing lasted two hours, says Ottilie.                             | SAID_BY_SOMEBODY
            """)
    void seesTheTimeOfAnother(String text, Evidence evidence) {
        assertThat(seen(text)).contains(evidence);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            Working out her share of the mill took two hours.                       | SOMEBODYS_ROW
            The review of her share of the mill was two hours.                      | SOMEBODYS_ROW
            Hallema's lease was two hours.                                          | SOMEBODYS_ROW
            The client's time came to six hours.                                    | SOMEBODYS_ROW
            Two hours of Hallema's audit today.                                     | SOMEBODYS_ROW
            Hallema on the lease, two hours; call me.                               | SOMEBODYS_ROW
            Draft letter (Hallema) 1.0 hours. Call me if it is unclear.             | SOMEBODYS_ROW
            From the Hallema file, today: reviewed the deed, 1.2 hours.             | SOMEBODYS_ROW
            The misprint cost us two hours.                                         | SOMEBODY_ELSE
            The second draft cost you two hours.                                    | SOMEBODY_ELSE
            It took the usual two hours.                                            | SOMEBODY_ELSE
            It was the second clause that took two hours.                           | SOMEBODY_ELSE
            It was the annex that I spent two hours on.                             | SOMEBODY_ELSE
            I got the bank to waive the fee, half an hour.                          | SOMEBODY_ELSE
            I made the client presentation on the merger for two hours.             | SOMEBODY_ELSE
            I spent an hour on the deed (Ottilie says thanks).                      | SAID_BY_SOMEBODY
            Ottilie told me about the breach for an hour.                           | SAID_BY_SOMEBODY
            Ottilie tells me the file is late, so I read it for an hour.            | SAID_BY_SOMEBODY
            """)
    void doesNotTakeItForThat(String text, Evidence evidence) {
        assertThat(seen(text)).doesNotContain(evidence);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            My share was two hours.                                                 | WORK_WITH_ITS_TIME
            Two hours it took me.                                                   | WORK_TOOK_THIS_LONG
            Ottilie spent two hours on the annex, and so did I.                     | AUTHOR_DID_IT
            It was I who spent two hours on the annex.                              | AUTHOR_DID_IT
            """)
    void seesTheAuthor(String text, Evidence evidence) {
        assertThat(seen(text)).contains(evidence).doesNotContain(Evidence.SOMEBODY_ELSE, Evidence.SOMEBODYS_ROW);
    }

    /** What is seen of the last amount. */
    private static Set<Evidence> seen(String text) {
        return MailSeen.english(text).evidence().getLast();
    }
}
