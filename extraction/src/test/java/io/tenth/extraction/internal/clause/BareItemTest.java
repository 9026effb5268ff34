package io.tenth.extraction.internal.clause;

import static io.tenth.extraction.internal.clause.Evidence.BURIED_NUMBER;
import static io.tenth.extraction.internal.clause.Evidence.LOOKS_LIKE_AN_APPOINTMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.internal.amount.Amounts;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BareItemTest {

    private static final int WORKING_DAY = 8 * 60 * 60;

    @Test
    void takesANumberThatEndsAnItemOfWorkForNoBuriedOne() {
        assertThat(seen("Rixey: read 1.3, con .6, advice 2.2.", 0)).doesNotContain(BURIED_NUMBER);
        assertThat(seen("Call with winemaker .4\nRevise grape purchase agreement 1.3", 1))
                .doesNotContain(BURIED_NUMBER);
        assertThat(seen("Deposition of the manager 4.2, drive home 1.3 (unbilled).", 1))
                .doesNotContain(BURIED_NUMBER);
    }

    @Test
    void leavesANumberBuriedThatIsSomethingElse() {
        assertThat(seen("Please review the draft, the larch has a U-value of 0.8, oiled.", 0))
                .contains(BURIED_NUMBER);
        assertThat(seen("The write blocker firmware is 2.4.", 0)).contains(BURIED_NUMBER);
        assertThat(seen("The hearing begins at 7.2.", 0)).contains(BURIED_NUMBER);
        assertThat(seen("About the report: I typed 5.1, and the rest stands.", 0))
                .contains(BURIED_NUMBER);
        assertThat(seen("Shelf for wills .5", 0)).contains(BURIED_NUMBER);
        assertThat(seen("Read chapter drafts 3.37.", 0)).contains(BURIED_NUMBER);
    }

    @Test
    void takesWhatWorkTookByTheClockForNoAppointment() {
        assertThat(seen("The mediation ran from 9:30 to 4:30.", 0)).doesNotContain(LOOKS_LIKE_AN_APPOINTMENT);
        assertThat(seen("The mediation will be from 9:30 to 4:30.", 0)).contains(LOOKS_LIKE_AN_APPOINTMENT);
        assertThat(seen("Thursday, 9:30 to 11:30, at your office.", 0)).contains(LOOKS_LIKE_AN_APPOINTMENT);
    }

    private static Set<Evidence> seen(String text, int amount) {
        Tokens tokens = Tokenizer.scan(text, Languages.english());
        Tokens none = Tokenizer.scan("", Languages.english());
        Dates dates = Dates.in(tokens, LocalDate.of(2026, 5, 15));
        return Reader.read(
                        new Page(tokens, new Layout(tokens), dates, Amounts.in(tokens, dates, WORKING_DAY), none, none))
                .get(amount)
                .seen();
    }
}
