package io.tenth.extraction.internal.amount;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts that only mail about work has: an inspection of any text leaves them alone. */
class AmountsTest {

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
                "The gate has me in at 8.50 and out at 11.20 for the checks => 150",
                "We set up the level at 7.10 and closed the traverse at 11.40, with 20 minutes tea in between => 250",
                "Got there at 1.15, left 3.40. => 145",
                "Start 2.05pm, finish 4.50pm, with a ten-minute break and a further fifteen requested by his side => 140",
                "Inventory: began at ten past nine, knocked off at noon, back at 2.15 and stayed till 4.45. => 170; 150",
                "I sat down at 13.40 with the bills and stayed until 16.10 => 150",
                "On record 9:32 a.m., off record 4:47 p.m., lunch from noon to 1:00 out of that. => 375",
                "The bid came in at 12.50pm and went out at 1.20pm => ",
                "The shop opened at nine thirty and closed at noon. => ",
                "Her train got in at 9:15 and she left at 10:40. => ",
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
                "The count itself went from 9 till 1, and then I slept. => 240",
                "The score went from 9 to 1, and then I slept. => ",
                "2026-03-10 09:30 - 2026-03-10 10:45 Lease review => 75",
                "Lease review, 19.12.2017 09:30 - 19.12.2017 10:45 => 75",
                "Climbed from 7:30 till my sandwich at 11, then again from quarter of twelve until 2:20. => 210; 155",
                "I've been here from 1.20 until just now, 4.30, resealing it. => 190",
                "I did that from 11.30 right through to quarter to two. => 135",
                "Took the depo from 9:40 to 2:10, lunch 12 to 12:45 => 225",
                "Worked on the slides from 8:30 last evening until 11 p.m. => 150",
                "Took the depo from 9:40 to 2:10, and 12 to 12:45 at the bank => 270; 45",
                "Hearing 10.15–3.00, rising an hour for lunch. => 225",
                "Hearing 10.15–3.00, rising an hour before the press => 285; 60",
                "A quarter of twelve people left until 2. => ",
                "Reviewed pages 10-12 and 1-3 of the deed. => ",
                "Worked on exhibits 10-12 and 1-3. => ",
                "The club played 10-12 and 1-3. => ",
                "They lost 10-12 and 1-3. => ",
                "Readings from 22:00 to 00:30, and once again from 03:15 to 04:45 hours. => 150; 90",
                "It took 03:15 hours. => 195"
            })
    void readsRangesWithWhatIsSaidOfTheirEnd(String line) {
        reads(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I drove an hour fifty up and three hours ten down. => 110; 190",
                "2 hours 5 went into them today. => 125",
                "It took 1/2 an hour, and 1 and a 1/2 hours for the second => 30; 90",
                "On 1/2 an engineer came => ",
                "Six tenths reading the commitment and one point two writing the letter => 36; 72",
                "Version one point two, reviewed by noon => ",
                "Jane spent one point two writing the letter. => ",
                "I worked four to five days on the report. => 1920",
                "Two hours fifteen is what it cost me. => 135",
                "It goes on as 2 hrs 20 like the last one. => 140",
                "It had an hour and forty-five out of me. => 105",
                "An hour fifty people waited. => 60",
                "The hour I gave you for the deed. => ",
                "The hour I had left before the train. => ",
                "The hour I spent eating is mine. => ",
                "The line is \"Ingleby, drafting the lease, 1.1\". => 66",
                "The screen, 2.5\" wide, and the oak, 2.5\". => ",
                "Three hours ten certificates, 2 hours 5 calls. => 180; 120",
                "Writing the loader: two hours less ten minutes. => 110",
                "It was two hours less a quarter of an hour this afternoon. => 105",
                "Two hours less than ten minutes ago. => 120; 10",
                "Five toolbox talks to the shifts, 15 minutes a go. => 75",
                "I reviewed four leases for Orme, 30 minutes each. => 120",
                "I read ten pages with Ann, twenty minutes each. => 20",
                "I met three partners from Orme, 20 minutes each. => 20",
                "I bought four leases of cars, and the calls took 30 minutes each. => 30",
                "Jane and I reviewed four leases for Orme, 30 minutes each. => 30"
            })
    void readsMinutesWithoutUnitAndThoseTakenOff(String line) {
        reads(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Three and a quarter, all yesterday => 195",
                "Eight and a half on the position statement since breakfast => 510",
                "His two hours at the desk became two and a half of mine. => 120; 150",
                "Letter to the charities division, one and two tenths => 72",
                "An hour and two tenths => 72",
                "Ten and a half, it was. => 630",
                "make it one and a quarter, we broke for a fire alarm => 75",
                "it came to four and a quarter => 255",
                "Two and a half of them were ripe. => ",
                "Three and a half percent, two and a half years, four and a half pages => ",
                "between two and a half and three of the best => ",
                "the one and a half on the left => ",
                "three quarters, and four halves => "
            })
    void readsHoursWithAPartWhereNoUnitIsNamed(String line) {
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
                "Please enter one point three for me on Smith => 78",
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
        assertThat(Minutes.in("en", line.substring(0, arrow))).as(line).isEqualTo(expected);
    }
}
