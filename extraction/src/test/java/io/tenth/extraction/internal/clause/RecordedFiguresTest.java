package io.tenth.extraction.internal.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A figure that was written down, and the right one in a further clause or sentence. */
class RecordedFiguresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I put 4.5 on the sheet for the annex and it should have been 3.5.",
                "I put the annex yesterday as 2.2 on the phone, shd be 1.2",
                "I put the annex as 2.2, it should be 1.2. memo is ok",
                "I logged 1.8 for the annex on Monday. Should have been 0.8.",
                "I put in 3.75 for drawing the annex. Should read 2.25, I had lunch in there.",
                "I submitted 3.2 hours for the annex, which should have been 2.3.",
                "I entered 2 hours for the annex but it ought to have been one and a half.",
                "I billed the call with Piet at 1.6, when it should have been 0.6.",
                "My entry for Monday shows 2.3 on the annex and it should have been 3.2.",
                "The annex is down as 1.7 on my sheet and it should have been 1.1.",
                "I put 12 units against the annex. It was 7.",
                "I noted two and a half hours of writing, that must be one hour and fifty minutes.",
                "Drafting the annex: not 4.0 but 3.4.",
                "Not 2.6 but 1.6 for the annex."
            })
    void takesTheRightFigureForTheOther(String text) {
        List<Set<Evidence>> evidence = evidence(text);
        assertThat(evidence).hasSize(2);
        assertThat(evidence.getFirst()).contains(Evidence.REPLACED_FIGURE);
        assertThat(evidence.getLast())
                .contains(Evidence.CORRECTED_FIGURE)
                .doesNotContain(Evidence.MODAL_VERB, Evidence.NOT_DONE, Evidence.SOMEBODY_ELSE);
    }

    @Test
    void takesTheFigureBehindALabelForTheOther() {
        List<Set<Evidence>> evidence = evidence("I put in 2.1 for the annex on Monday. Correct figure: 1.2.");
        assertThat(evidence.getFirst()).contains(Evidence.REPLACED_FIGURE);
        assertThat(evidence.getLast()).contains(Evidence.AUTHOR_DID_IT).doesNotContain(Evidence.REPLACED_FIGURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dana put 4.5 on her sheet for the annex and it should have been 3.5.",
                "She entered 2 hours for the annex but it ought to have been one and a half.",
                "Their invoice says 3.0; that should say 2.0.",
                "Piet, your 2.3 on the annex should read 1.3.",
                "Nadia's entry for the annex says 3.5, that should be 2.5."
            })
    void leavesALineToWhoseItIs(String text) {
        List<Set<Evidence>> evidence = evidence(text);
        assertThat(evidence.getFirst()).contains(Evidence.REPLACED_FIGURE);
        assertThat(evidence.getLast())
                .contains(Evidence.SOMEBODY_ELSE)
                .doesNotContain(Evidence.CORRECTED_FIGURE, Evidence.BILLING_INSTRUCTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The annex took three hours and it should have been one.",
                "I spent 3 hours on the annex, which should have been 1 hour.",
                "I booked the room for two hours and it should have been three hours.",
                "I put 3.0 on the plan for the annex and it should have been 4.0.",
                "He read it for two hours. It should have been three hours.",
                "It should have been 3.5.",
                "The tenant wants not two hours but three days."
            })
    void doesNotTakeATimeThatPassedForAFigure(String text) {
        assertThat(evidence(text)).noneMatch(seen -> seen.contains(Evidence.CORRECTED_FIGURE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I was on that call for half an hour, whatever the bill shows, so 0.5 for me.",
                "We sat with Piet for an hour and a half on Monday, so 1.5 for me please."
            })
    void countsATimeThatIsSaidAgainAsItsChargeOnce(String text) {
        List<Set<Evidence>> evidence = evidence(text);
        assertThat(evidence.getFirst()).contains(Evidence.BILLING_INSTRUCTION);
        assertThat(evidence.getLast()).contains(Evidence.SAID_BEFORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'll spell it for you: three and a half hours on the annex.",
                "In English so that Piet can read: a call of 25 minutes with Nadia."
            })
    void doesNotTakeWhatLeadsToAFigureForAPlan(String text) {
        assertThat(evidence(text).getLast()).doesNotContain(Evidence.ESTIMATE_OR_PLAN);
    }

    private static List<Set<Evidence>> evidence(String text) {
        return MailSeen.english(text).evidence();
    }
}
