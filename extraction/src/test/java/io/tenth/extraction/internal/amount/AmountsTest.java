package io.tenth.extraction.internal.amount;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts that only mail about work has: an inspection of any text leaves them alone. */
class AmountsTest {

    private static final LocalDate SENT = LocalDate.of(2026, 3, 12);
    private static final int WORKING_DAY = 8 * 60 * 60;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Started 8:40, done 11:10. => 150",
                "I arrived on site at 0715 and left at 0945; the lift was out again. => 150",
                "We sat down with the accounts at 14.05 and got up at 16.35 => 150",
                "I began the inventory at 9 am and finished at 11:30 am, => 150",
                "Opened the data room at 10:15 and sent them home at 1:15 pm, with half an hour off for soup. => 150",
                "Boarded 22:50, came off 01:20 => 150",
                "Arrived 9:00, left 12:00, less the half hour I spent looking for a space => 150",
                "The library opened at 9:30 and closed at 12:00 => ",
                "The hearing started at 9:30 and Ms Roe left at 12:00 => ",
                "Her train arrived at 9:30 and she left at 12:00 => ",
                "I started at 9:30. The office was done at 12:00 => ",
                "I arrived at 9:30 and my sister left at 12:00 => ",
                "They opened at 101.25 and finished at 103.75 => "
            })
    void readsTimesBehindTheVerbsOfTheAuthor(String line) {
        reads(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Four hours on Tuesday and two and a half today => 240; 150",
                "It was meant to be an hour and we stood there two and a half. => 60; 150",
                "Their reader claims seven hours, we spent four on it => 420; 240",
                "I typed for 3 hours after proofreading for two yesterday => 180; 120",
                "The job took six hours. On the invoice: five => 360; 300",
                "It ran to six hours, so five on the invoice => 360; 300",
                "25 minutes on the certificates and then forty at the post office => 25; 40",
                "An hour on the will and two on the chair => 60",
                "We met for an hour and there were three on the list => 60",
                "Two hours on the lease, which should stay below one and a half. => 120",
                "Half an hour on the exam, of which one and a half of them were wrong => 30",
                "An hour with the twins, aged two and a half months => 60",
                "I have read two of them and three on the train => "
            })
    void readsNumbersWhoseUnitStandsBeforeThem(String line) {
        reads(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call with the assessor comma point four full stop => 24",
                "Redrafted clause nine comma one point two. Next line. => 72",
                "See point three of the agenda => ",
                "That is, point four, for later => ",
                "Read the plat, point four. => 24",
                "Put me down for 4 on the hinges, 3 on the paint and 1 on the gate. => 240; 180; 60",
                "She sat down for 4 courses => ",
                "rewired the shed, nobody pays. 0:35 => 35",
                "same again, the 20 inch one 0:20 => 20",
                "the embargo ends 00:01, local time => ",
                "we open the doors at 0:30 => "
            })
    void readsNumbersThatOnlyTheirPlaceMakesAnAmount(String line) {
        reads(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "five letters at .2 each => 60",
                "three 0.3 e-mails to the registry => 54",
                "Drive to the quarry 1.25 each way => 150",
                "Thursday 2 1/2 hours => 150",
                "Tuesday 5 1/2 hours copying => 330",
                "worked 3.4, charge 1.8. (2) => 204; 108",
                "going through the exhibits\t0.4 => 24",
                "* 45m - call with the joiner => 45",
                "an hour each in the county archive and the diocesan library => 60; 60",
                "I measured the barn and the byre, an hour and a half each. => 90; 90",
                "I measured the old barn and the new byre, 40 minutes each. => 40; 40",
                "I measured the old barn and then the new byre, 40 minutes each. => 40",
                "I measured the barn in the yard and the byre, 40 minutes each. => 40; 40",
                "Olga and Sam did the barn and the byre, 40 minutes each => 40"
            })
    void readsDecimalsAndAmountsOfEachThing(String line) {
        reads(line);
    }

    private static void reads(String line) {
        int arrow = line.lastIndexOf("=>");
        List<Integer> expected = Arrays.stream(line.substring(arrow + 2).split(";", -1))
                .filter(minutes -> !minutes.isBlank())
                .map(minutes -> Integer.valueOf(minutes.strip()))
                .toList();
        assertThat(minutesIn(line.substring(0, arrow))).as(line).isEqualTo(expected);
    }

    private static List<Integer> minutesIn(String text) {
        Tokens tokens = Tokenizer.scan(text, Languages.english());
        return Amounts.in(tokens, Dates.in(tokens, SENT), WORKING_DAY).stream()
                .map(Amount::minutes)
                .toList();
    }
}
