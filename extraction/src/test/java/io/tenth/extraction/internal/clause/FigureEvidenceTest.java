package io.tenth.extraction.internal.clause;

import static io.tenth.extraction.internal.clause.Evidence.CHARGED_FIGURE;
import static io.tenth.extraction.internal.clause.Evidence.CORRECTED_FIGURE;
import static io.tenth.extraction.internal.clause.Evidence.PART_OF_ANOTHER;
import static io.tenth.extraction.internal.clause.Evidence.REPLACED_FIGURE;
import static io.tenth.extraction.internal.clause.Evidence.SAID_BEFORE;
import static io.tenth.extraction.internal.clause.Evidence.TOLD_FOR_COMPARISON;
import static io.tenth.extraction.internal.clause.Evidence.UPPER_LIMIT_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one figure says of another: which replaces which, which is a part of which, and which is a limit only. */
class FigureEvidenceTest {

    private static final int WORKING_DAY = 8 * 60 * 60;

    @Test
    void seesAFigureThatTakesThePlaceOfAnother() {
        assertReplaced(
                "The call on the lease was 2.5 hours. Sorry, I got that wrong, it should be 1.5 hours.", 150, 90);
        assertReplaced("2.5 on the Smith lease, sorry, that's wrong: 1.5.", 150, 90);
        assertReplaced("I put 3.5 on the lease, that was wrong, 2.5 it should be.", 210, 150);
        assertReplaced("Spent 3 hours on the motion. Call it 2.5.", 180, 150);
        assertReplaced("Drafting the lease took 3 hours. In fairness, call it 2 hours.", 180, 120);
        assertReplaced("Ames call 2.5 (wrong), 1.5.", 150, 90);
        assertReplaced("Please change my entry for the call from 3.5 to 2.5.", 210, 150);
    }

    @Test
    void leavesBothFiguresWhereTheWordIsSaidOfSomethingElse() {
        assertNoneReplaced("Did the bank rec, 1 and a half hrs. then matched their statements, not bad, 25 mins.");
        assertNoneReplaced("Bill 2 hours on their sandbox (me, not the machine), .5 for yesterday's Zoom.");
        assertNoneReplaced("Antoine took three hours. I wrote the reply instead on Wednesday; two hours.");
        assertNoneReplaced("Kerning the range took 2h40, and Tadeu swears his cut-outs took only 20 minutes.");
        assertNoneReplaced("Change-over came down from 3 hrs 10 to 1 hr 55.");
    }

    @Test
    void leavesWhatStandsBesideOtherWorkOrWorkToCome() {
        assertNoneReplaced("On with him for 45 minutes. Sent him two pages after supper, call it half an hour.");
        assertNoneReplaced("Nine hours on the pots. Your brother helped me lift, call it an hour, buy him a beer.");
        assertNoneReplaced("Met them for an hour and a quarter. I'll redo the sketch by Friday; it should be an hour.");
        assertNoneReplaced("The survey took 6 hrs, and I had another 45 min with the harbour master.");
        assertNoneReplaced("Charge 0.9 for the papers I finished yesterday, and charge 0.4 for Friday's call.");
    }

    @Test
    void seesWhatIsChargedInACountWithoutItsUnit() {
        assertReplaced("The hedge took me four hours yesterday. Put down three for it.", 240, 180);
        assertReplaced("Reading the plan took me four hours. Cut it to two on Mrs. Roe's bill.", 240, 120);
        assertReplaced("I was 6 and a quarter hours drafting it. Knock it to 5 on the bill.", 375, 300);
        assertReplaced("We sat nine and a half hours, and you may bill the parties eight.", 570, 480);
        assertReplaced("I spent six hours on the label, but they get invoiced for four.", 360, 240);
        assertReplaced("The drawing took 7 hours; charge the 6 we shook hands on.", 420, 360);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I spent four hours on the lease. His firm charges the client three.",
                "I spent four hours on the lease. Should I bill the client three?",
                "I spent four hours on the lease. Never bill Acme three.",
                "I spent four hours on the doors. Put two boards on the wall.",
                "I spent four hours on the doors. Put down three coats of paint.",
                "I spent four hours on the book. Cut it to two pages.",
                "I spent four hours on the lease. Two is what he asked for.",
                "I spent four hours on the lease. Bill three and four are attached.",
                "I spent four hours in Plot 14. Please invoice Plot 2.",
                "I spent six hours on the label. He has invoiced for four.",
                "We went over the plan for two hours each. Bill his two."
            })
    void readsNoChargeInWhatIsCountedOtherwise(String text) {
        assertThat(seen(text, 0)).doesNotContain(REPLACED_FIGURE);
    }

    @Test
    void seesThatTheLimitIsWhatIsChargedOfTheTimeBefore() {
        String trip = "It took me 5.2 hours to get there. They pay no more than 3.0 a trip, so 3.0 on Rhodes it is.";
        assertThat(seen(trip, 0)).contains(REPLACED_FIGURE);
        assertThat(seen(trip, 2)).contains(CHARGED_FIGURE).doesNotContain(SAID_BEFORE, UPPER_LIMIT_ONLY);
        String again = "I spent 3 hours on the deed and 2 hours on the plan. Please bill 2 hours for the plan.";
        assertThat(seen(again, 0)).doesNotContain(REPLACED_FIGURE);
        String rest = "The correct figure is 5 hours. Out of which please bill 4 only, one hour was my own mistake.";
        assertThat(seen(rest, 1)).contains(CHARGED_FIGURE).doesNotContain(REPLACED_FIGURE);
        assertThat(seen(rest, 2)).contains(PART_OF_ANOTHER);
    }

    @Test
    void seesACorrectionThatCountsInTheUnitBeforeIt() {
        assertReplaced("I spent thirty-five minutes on it. No, make that fifty, I forgot the plan.", 35, 50);
        assertReplaced("Typed it all up in 40 minutes. Scratch that, 50, I forgot the lobby.", 40, 50);
        assertReplaced("I spent five hours on the lease. Make that four.", 300, 240);
        assertThat(seen("I met him for two hours. Tomorrow make it 3, please.", 0))
                .doesNotContain(REPLACED_FIGURE);
        assertThat(seen("I met him for 40 minutes. Let's make it ten.", 0)).doesNotContain(REPLACED_FIGURE);
        assertThat(seen("I met him for 40 minutes. I made it 50 copies.", 0)).doesNotContain(REPLACED_FIGURE);
    }

    @Test
    void comparesNothingButTheFigureOfTheOtherYear() {
        String two = "I was three hours at it; last year's smaller batch had swallowed two days.";
        assertThat(seen(two, 0)).doesNotContain(TOLD_FOR_COMPARISON);
        assertThat(seen(two, 1)).contains(TOLD_FOR_COMPARISON);
        assertThat(seen("Two hours last year, three hours today.", 0)).contains(TOLD_FOR_COMPARISON);
        assertThat(seen("Eighteen hours over the weekend, 212 contacts, last year 190.", 0))
                .contains(TOLD_FOR_COMPARISON);
    }

    @Test
    void leavesWhatComesOnTopOfTheFigureBeforeIt() {
        assertNoneReplaced("I spent 3 hours on the lease today. Please also bill 2 hours.");
        assertNoneReplaced("Charge 0.9 for the papers and also charge 0.4 for the call.");
        assertNoneReplaced("I spent two hours on the lease. Call it another hour for the mail.");
        assertNoneReplaced("It took 3 hours. Please bill 2 hours as well.");
        assertNoneReplaced("I spent two hours on the lease. I make it nine hours on this matter in all.");
        assertNoneReplaced("I gave it two hours. The arbitrator wants another bundle, call it three hours.");
        assertReplaced("I spent 3 hours on the lease, no more. Bill 2 hours.", 180, 120);
        assertReplaced("I spent 3 hours on the lease. I also ate, so bill 2 hours.", 180, 120);
        assertReplaced("Drafting the lease took 3 hours. The clock was fast, call it 2.5 hours.", 180, 150);
        assertReplaced("Drafting the lease took 3 hours. Call it 1 hour.", 180, 60);
    }

    @Test
    void seesTheSameFigureOnceMoreAsSaidBefore() {
        assertThat(seen("Bill 6.5 hours for the opinion, which I called 7, but this is wrong, 6.5 it is.", 1))
                .contains(SAID_BEFORE)
                .doesNotContain(CORRECTED_FIGURE);
    }

    @Test
    void seesTheChargedFigureBehindItsVerbWhateverBeginsTheNextSentence() {
        assertThat(seen("The agreement took five hours to write. Bill 3. They are good people.", 1))
                .contains(CHARGED_FIGURE);
        assertThat(seen("The 26 February entry went in at 2.7. Bill 1.9, I had never done one.", 1))
                .contains(CHARGED_FIGURE);
        assertThat(seen("The agreement took five hours to write. Bill 3 to Harbor.", 1))
                .doesNotContain(CHARGED_FIGURE);
        assertThat(seen("The review took 5 hours, kindly charge 4 only.", 1)).contains(CHARGED_FIGURE);
    }

    @Test
    void seesWhatIsChargedOfAnAmountFurtherBefore() {
        assertThat(seen("It took three hours because of the scans. Charge two for the memo.", 0))
                .contains(REPLACED_FIGURE);
        assertThat(seen("I was all day at the Dahlgren deposition. Charge Dahlgren six hours and nothing more.", 0))
                .contains(REPLACED_FIGURE);
        assertThat(seen("I was all day at the Dahlgren deposition. Charge Crane six hours.", 0))
                .doesNotContain(REPLACED_FIGURE);
        assertThat(seen("Inspect house  2.6\nWrite the report  1.3", 0)).doesNotContain(REPLACED_FIGURE);
        assertThat(seen("I read it for 7.2 hours. He did two hours with us and is billing four.", 0))
                .doesNotContain(REPLACED_FIGURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Crane lease, 3 hours. Harbor: bill two hours.",
                "Spent 3 hours on the deed Monday. On Tuesday, charge two hours.",
                "The deed took 3 hours. For the will, bill two hours.",
                "- Deed, 3 hours\n- Will, charge 2 hours",
                "It took 3 hours. Charge two hours of travel.",
                "It took 4 hours to reach the site. Charge two for the inspection.",
                "It took 3 hours. I usually charge two hours.",
                "It took 3 hours. Shall I bill two hours?",
                "It took 4 hours. The lab bills two hours."
            })
    void leavesWhatIsChargedForOtherWorkOrByOthers(String text) {
        assertThat(seen(text, 0)).doesNotContain(REPLACED_FIGURE);
    }

    @Test
    void seesWhatWasWorkedBehindWhatIsCharged() {
        assertThat(seen("Bill 1.5 for the letter. It took 3.1, true.", 1)).contains(REPLACED_FIGURE);
        assertThat(seen("Bill 0.5 for the call. It took 2 hours to draft the letter.", 1))
                .doesNotContain(REPLACED_FIGURE);
        assertThat(seen("Put the bundle together, 0.5. It took 2 hours.", 1)).doesNotContain(REPLACED_FIGURE);
        assertThat(seen("Bill 1.5 for the letter. I was on the phone with Ann for 3.1 hours.", 1))
                .doesNotContain(REPLACED_FIGURE);
    }

    @Test
    void seesTheChargedFigureWithItsUnitWhereTheSentenceSaysNothingElse() {
        assertThat(seen("Spent two hours forty on the deed. Please bill two hours.", 0))
                .contains(REPLACED_FIGURE);
        assertThat(seen("The call ran 75 minutes. Bill them an hour only.", 1)).contains(CHARGED_FIGURE);
        assertThat(seen("Drafted the will, 2 hours. Bill 1 hour for the codicil.", 0))
                .doesNotContain(REPLACED_FIGURE);
        assertThat(seen("Bill 3 hours for the audit. Then bill two hours.", 0)).doesNotContain(REPLACED_FIGURE);
    }

    @Test
    void seesNoChargeInAThoughtOnly() {
        assertThat(seen("The call took 24 minutes. If we rounded it to 15 minutes, it would be unfair.", 0))
                .doesNotContain(REPLACED_FIGURE);
        assertThat(seen("The call took 24 minutes, rounded to 15 minutes.", 0)).contains(REPLACED_FIGURE);
    }

    @Test
    void seesALimitBehindAnAmountOnlyWhereItClosesIt() {
        assertThat(seen("We agreed 2 hours max on the lease.", 0)).contains(UPPER_LIMIT_ONLY);
        assertThat(seen("It should take 2 hours at most.", 0)).contains(UPPER_LIMIT_ONLY);
        assertThat(seen("Spent an hour and a half under the hood.", 0)).doesNotContain(UPPER_LIMIT_ONLY);
        assertThat(seen("I drove the two hours up to Glen Tarvie.", 0)).doesNotContain(UPPER_LIMIT_ONLY);
        assertThat(seen("The bill took 11.5 hours up to and including yesterday.", 0))
                .doesNotContain(UPPER_LIMIT_ONLY);
        assertThat(seen("Log a shade under three hours for the lease.", 0)).doesNotContain(UPPER_LIMIT_ONLY);
        assertThat(seen("Under three hours for the lease.", 0)).contains(UPPER_LIMIT_ONLY);
    }

    @Test
    void seesAPartOfTheFigureBeforeIt() {
        assertThat(seen("3.5 h on the script, of which 1 h was debugging.", 1)).contains(PART_OF_ANOTHER);
        assertThat(seen("Three hours in the room. One hour of it was lunch.", 1))
                .contains(PART_OF_ANOTHER);
    }

    @Test
    void seesNoPartInPersonsNorInTheWholeItself() {
        assertThat(seen("Waited 35 minutes in chambers and then had fifty minutes of him.", 1))
                .doesNotContain(PART_OF_ANOTHER);
        assertThat(seen("Mix 3 took 2 hours, mix 2 was mine, all 4 hours of it.", 1))
                .doesNotContain(PART_OF_ANOTHER);
        assertThat(seen("Alan and I did three hours. On top of that I had a quarter of an hour with Customs.", 1))
                .doesNotContain(PART_OF_ANOTHER);
        assertThat(seen("Keyword dig = 1.5 hr\nTitle tags (44 of them) = 2 hr", 1))
                .doesNotContain(PART_OF_ANOTHER);
    }

    @Test
    void seesWorkInAPartOfAnOutageAsAFigureOfItsOwn() {
        assertThat(seen("Stranded for seven hours. For an hour and a half of it I read the note.", 1))
                .doesNotContain(PART_OF_ANOTHER);
    }

    private static void assertReplaced(String text, int old, int current) {
        List<Testimony> all = read(text);
        assertThat(all)
                .as(text)
                .filteredOn(testimony -> testimony.seen().contains(REPLACED_FIGURE))
                .extracting(testimony -> testimony.scene().amount().minutes())
                .contains(old)
                .doesNotContain(current);
    }

    private static void assertNoneReplaced(String text) {
        assertThat(read(text))
                .as(text)
                .hasSize(2)
                .noneMatch(testimony -> testimony.seen().contains(REPLACED_FIGURE));
    }

    private static Set<Evidence> seen(String text, int amount) {
        return read(text).get(amount).seen();
    }

    private static List<Testimony> read(String text) {
        Tokens tokens = Tokenizer.scan(text, Languages.english());
        Tokens none = Tokenizer.scan("", Languages.english());
        Dates dates = Dates.in(tokens, LocalDate.of(2026, 5, 15));
        return Reader.read(
                new Page(tokens, new Layout(tokens), dates, Amounts.in(tokens, dates, WORKING_DAY), none, none));
    }
}
