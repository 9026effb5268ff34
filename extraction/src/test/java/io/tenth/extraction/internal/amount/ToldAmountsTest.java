package io.tenth.extraction.internal.amount;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts as people tell them: with the breaks of a day, thought over, in tenths that are said, beside what they are compared to. */
class ToldAmountsTest {

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            With the tiler for 40 min and then with the roof people for 25.         | 40; 25
            With the tiler for 40 min and then with the roofers for a roof for 25.  | 40
            40 minutes on the flue, 20 on the phone with the mill                   | 40; 20
            45 minutes going through the plans, 20 on a call with the mill          | 45; 20
            45 minutes on the flue, 30 on the stove                                 | 45; 30
            40 minutes on the flue, and 20 of the bricks are loose                  | 40
            40 minutes on the flue, 20 on the list are loose                        | 40
            two hours on the flue, three on the stove                               | 120
            5 units considering the flue and another 3 on the telephone to Okello   | 30; 18
            4 units drafting the note and 2 reading the reply                       | 24; 12
            4 units on the first floor and 2 bricks                                 | 24
            use the desk code for the hour I spent drafting the deed                | 60
            """)
    void sharesUnitsBehindACommaWhereItCountsTime(String text, String minutes) {
        assertMinutes(text, minutes);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            Point three for the call to his son.                                    | 18
            There's also point three for the call to his son.                       | 18
            Point six on the flue and point four on the stove.                      | 36; 24
            Rang the mill. That was point four.                                     | 24
            That took me point five, all told.                                      | 30
            Call with the mill, I'd say point five.                                 | 30
            Add point three to the Orme file.                                       | 18
            Bill another point two for the mill.                                    | 12
            At that point three of them left.                                       |
            Point three on the agenda is yours.                                     |
            See point three of your letter.                                         |
            Note point three on the agenda.                                         |
            We talked of point two and point three for an hour.                     | 60
            Point two for the board is the flue.                                    |
            I missed the point four times.                                          |
            The rate is at point four.                                              |
            """)
    void readsTenthsThatAreSaid(String text, String minutes) {
        assertMinutes(text, minutes);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            At the mill on Monday and on Tuesday, six hours each day.               | 720
            At the mill on Monday, on Tuesday and again on Friday, two hours each day. | 360
            At the mill on Monday and on Tuesday for the flue, two hours each day.  | 240
            With the tilers on Monday and Tuesday, two hours each day.              | 240
            Six hours each day at the mill.                                         | 360
            """)
    void multipliesByTheDaysThatAreNamed(String text, String minutes) {
        assertMinutes(text, minutes);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            On site 10:00-13:15, we broke half an hour for prayer in the middle.    | 165
            Flue 9:30 until ten past seven, and we stopped 50 minutes for lunch and the meters. | 530
            Flue from 9:00 to 15:00, we paused for 20 minutes at noon.              | 340
            The hearing ran from 10:00 to 13:00, and the judge rose for 15 minutes halfway. | 165
            Flue from 14:00 until 17:00, we had a half-hour break in it.            | 150
            Flue from 14:00 until 17:00, we had a break of 20 minutes.              | 160
            Flue from 10:00 to 16:00, the lunch break was an hour.                  | 300
            Flue from 9:00 to 12:00, and the crane stopped for 20 minutes.          | 180; 20
            Flue from 9:00 to 12:00, and we stopped an hour later.                  | 180; 60
            Flue from 9:00 to 12:00, and we had an hour with the mill.              | 180; 60
            """)
    void takesOffTheBreakThatAClauseTells(String text, String minutes) {
        assertMinutes(text, minutes);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            There an hour, hour and a half swapping the flue.                       | 60
            An hour, maybe an hour and a half on the flue.                          | 60
            Half an hour, perhaps 40 minutes on the flue.                           | 30
            Two, two and a half hours on the flue.                                  | 120
            Two hours, perhaps two and a half, on the flue.                         | 120
            An hour on the flue, an hour and a half on the stove.                   | 60; 90
            An hour, two hours, two hours and a half.                               | 60; 120; 150
            Figure two, two and a half hours on the flue.                           | 150
            """)
    void takesTheLowerBoundOfWhatIsThoughtOver(String text, String minutes) {
        assertMinutes(text, minutes);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            It took a day and a half, half a day more than I hoped.                 | 720
            Four hours on the flue, an hour longer than planned.                    | 240
            Six hours on the flue, two hours less than at the mill.                 | 360
            Two hours more on the flue than on the stove.                           | 120
            More than two hours on the flue.                                        | 120
            Two hours rather than three on the flue.                                | 120
            An hour longer on the flue.                                             | 60
            At court two hours for what turned out to be eleven minutes.            | 120
            Four hours there for twenty minutes of talk.                            | 240; 20
            I sat four hours for twenty minutes of talk.                            | 240
            Twenty minutes for the flue and for two hours the stove.                | 20; 120
            """)
    void leavesWhatIsComparedOrWasOnlyThePurpose(String text, String minutes) {
        assertMinutes(text, minutes);
    }

    private static void assertMinutes(String text, String minutes) {
        assertThat(Minutes.in("en", text)).isEqualTo(Minutes.of(minutes));
    }
}
