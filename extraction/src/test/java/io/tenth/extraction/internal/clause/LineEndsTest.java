package io.tenth.extraction.internal.clause;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.amount.Amounts;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineEndsTest {

    private static final int WORKING_DAY = 8 * 60 * 60;

    @Test
    void readsTheWholeHoursOfAListOfDecimals() {
        assertThat(minutesIn("drew the east wall - 3\nchecked the schedule - 2.5\nsite visit - 1.5"))
                .containsExactly(180, 150, 90);
        assertThat(minutesIn("posted the ledger 2.25; rang the bank 0.5; VAT return 1; wages 1.75."))
                .containsExactly(135, 30, 60, 105);
        assertThat(minutesIn("12 May,drafted the bid,3.5\n13 May,read the rules,0.75\n14 May,wrote the budget,4"))
                .containsExactly(210, 45, 240);
    }

    @Test
    void readsHoursAndMinutesBesideThoseThatHaveNoHour() {
        assertThat(minutesIn("built the gift page 2:40\nfixed the tax rate 0:20"))
                .containsExactly(160, 20);
        assertThat(minutesIn("built the gift page 2:40\nstand-up at 3:20")).isEmpty();
        assertThat(minutesIn("fixed the tax rate 0:20\nstand-up at 3:20")).containsExactly(20);
    }

    @Test
    void readsTheWholeHoursOfAColumnWithoutAHeading() {
        assertThat(seen(
                        "4 Aug   pile inspection   7.5\n5 Aug   pile inspection   6\n6 Aug   report            1.25",
                        1))
                .doesNotContain(Evidence.OTHER_COLUMN);
        assertThat(seen("Roe\treviewed the file\t.6\nRoe\tdrafted a note\t1\nDoe\tcall\t2.3\nDoe\tcall\t.1", 1))
                .doesNotContain(Evidence.OTHER_COLUMN);
        assertThat(seen("Roe\treviewed the file\t6\nRoe\tdrafted a note\t1\nDoe\tcall\t2.3", 0))
                .contains(Evidence.OTHER_COLUMN);
        assertThat(seen("bolts\tM6\t2.5\nnuts\tM8\t1.5\nscrews\tM8\t2", 2)).contains(Evidence.OTHER_COLUMN);
        assertThat(seen("Plan\tHours\tPages\nbrief\t2.5\t2\nnote\t1.5\t.5\ncall\t.3\t1.2", 1))
                .contains(Evidence.OTHER_COLUMN);
    }

    @Test
    void readsHoursAndMinutesOfAColumnWhereOneHasNoHour() {
        assertThat(seen("Mon\tdrafted the plans\t4:30\nTue\tmet the builder\t0:45", 0))
                .doesNotContain(Evidence.OTHER_COLUMN);
        assertThat(seen("Mon\tdrafted the plans\t4:30\nTue\tmet the builder\t1:45", 0))
                .contains(Evidence.OTHER_COLUMN);
        assertThat(seen("Mon\tflight out\t23:30\nTue\tflight back\t00:45", 0)).contains(Evidence.OTHER_COLUMN);
    }

    @Test
    void readsLengthsThatBeginTheirLinesAndNoTimesOfDay() {
        assertThat(seen("00:48  Roe  e-mail\n01:36  Roe  affidavit\n00:12  Doe  voicemail", 1))
                .doesNotContain(Evidence.OTHER_COLUMN, Evidence.NUMBER_OF_A_ROW);
        assertThat(seen("00:15  Doors\n00:45  Speeches\n01:30  Close", 1)).contains(Evidence.NUMBER_OF_A_ROW);
        assertThat(seen("09:30  Welcome\n10:00  Review\n09:45  Call", 1)).contains(Evidence.NUMBER_OF_A_ROW);
    }

    @Test
    void takesHoursAndMinutesAtTheEndOfALineForNoColumn() {
        assertThat(seen("Textiles: GL mapping, 3:15\nAgro: debugging, 2:40", 0)).doesNotContain(Evidence.OTHER_COLUMN);
        assertThat(seen("See you at the game, 6:40, section 112.", 0)).contains(Evidence.OTHER_COLUMN);
    }

    @Test
    void leavesWholeNumbersAloneWhereNotMostLinesEndInDecimals() {
        assertThat(minutesIn("checked the doors - 3\nchecked the locks - 2\nchecked the alarm - 1.5"))
                .containsExactly(90);
        assertThat(minutesIn("bolts, size 6\nnuts, 2.5\nwashers, 1.5\nscrews, 4"))
                .doesNotContain(240);
        assertThat(minutesIn("Let us meet in room 4\nwrote the memo - 2.5\nread the file - 1.5"))
                .containsExactly(150, 90);
    }

    @Test
    void readsUnitsThatAreToldToBeSixMinutes() {
        assertThat(minutesIn("""
                Day|Matter|Units
                2/3|Roe v Doe, grounds of resistance|14
                2/3|Roe v Doe, notes x 5|9

                All units are six minutes.""")).contains(84, 54);
    }

    private static Set<Evidence> seen(String text, int amount) {
        return Reader.read(page(text)).get(amount).seen();
    }

    private static List<Integer> minutesIn(String text) {
        return ColumnUnits.read(LineEnds.read(page(text))).amounts().stream()
                .map(Amount::minutes)
                .toList();
    }

    private static Page page(String text) {
        Tokens tokens = Tokenizer.scan(text, Languages.english());
        Tokens none = Tokenizer.scan("", Languages.english());
        Dates dates = Dates.in(tokens, LocalDate.of(2026, 5, 15));
        List<Amount> amounts = Amounts.in(tokens, dates, WORKING_DAY);
        return new Page(tokens, new Layout(tokens), dates, amounts, none, none);
    }
}
