package io.tenth.extraction.internal.clause;

import static io.tenth.extraction.internal.clause.Evidence.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithdrawalWitnessTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en | The 1.5 I gave you for the label meeting: strike it.
            en | I am down for four hours on Ferris today, please take that out, we never started.
            en | Take the 1.2 on the Gallimore survey back out, I had the wrong house.
            en | Please pull my 2.6 from yesterday.
            en | Please scrub the 0.7 I gave you for the pump room.
            en | Nix my .8 from Tuesday, it is a duplicate.
            en | There are 2.5 hours on the sheet. Please delete them.
            en | Reyes lease, 2 hours. Please remove that time entry.
            de | Nimm die 1,5 für Montag bitte wieder raus.
            nl | Haal de 1,5 van maandag er weer uit, eraf dus.
            """)
    void seesWhatIsTakenBack(String language, String text) {
        assertThat(new MailSeen(language, "", "", text).has(WITHDRAWN)).containsExactly(true);
    }

    @Test
    void takesBackTheLastOfSeveral() {
        assertThat(MailSeen.english("Call with counsel, 0.4. Letter to the court, 0.2. No, scratch that last one.")
                        .has(WITHDRAWN))
                .containsExactly(false, true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I spent 2.0 hours on the plan. Remove that wall please.
            I spent 2.0 hours on the lease. Remove that clause please.
            Spent 1.5 hours on the books: reversed that entry, posted the accruals.
            Getting there took me 1.4 hours. Sign it and drop it off any time.
            Scrubbed the address list, 1.5 hours.
            Data scrub 2 hours.
            I'll take the 2 hours after lunch and sort out the index.
            I was 2 hours on it because I had to pull them from the portal.
            """)
    void leavesOtherThingsThatAreRemoved(String text) {
        assertThat(MailSeen.english(text).has(WITHDRAWN)).containsExactly(false);
    }
}
