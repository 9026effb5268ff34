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

    private static List<Integer> minutesIn(String text) {
        Tokens tokens = Tokenizer.scan(text, Languages.english());
        Tokens none = Tokenizer.scan("", Languages.english());
        Dates dates = Dates.in(tokens, LocalDate.of(2026, 5, 15));
        List<Amount> amounts = Amounts.in(tokens, dates, WORKING_DAY);
        var page = new Page(tokens, new Layout(tokens), dates, amounts, none, none);
        return ColumnUnits.read(LineEnds.read(page)).amounts().stream()
                .map(Amount::minutes)
                .toList();
    }
}
