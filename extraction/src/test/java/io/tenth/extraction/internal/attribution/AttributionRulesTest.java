package io.tenth.extraction.internal.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.BodyFormat;
import io.tenth.extraction.Context;
import io.tenth.extraction.Context.KnownMatter;
import io.tenth.extraction.SentMessage;
import io.tenth.extraction.TimeExtractor;
import io.tenth.extraction.TimeMention;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionRulesTest {

    /** A Thursday. */
    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-12T17:00:00-05:00");

    private static final TimeExtractor EXTRACTOR = new TimeExtractor();

    @ParameterizedTest(name = "{1} {2}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            I spent 2 hours on the Haldane lease.                                    | 03-12 |
            I spent 2 hours on the Haldane lease yesterday.                          | 03-11 |
            On Tuesday I drafted the Haldane lease, 2 hours, as it is due on Friday. | 03-10 |
            Drafted the reply to their letter of 4 March, 2 hours.                   | 03-12 |
            Prep for Monday's hearing in Haldane, 2 hours.                           | 03-12 |
            1.5 hours for yesterday's call with the Haldane board.                   | 03-11 |
            Reviewed the data room on March 3-5, 6 hours.                            | 03-05 |
            Worked on the Haldane lease last week, 6 hours.                          | 03-08 |
            Drafted the motion on Monday, 2 hours, and reviewed exhibits, 1 hour.    | 03-09 | 03-09
            Reviewed exhibits for 1 hour, and drafted the motion for 2 hours on Tuesday. | 03-12 | 03-10
            Keyword audit 2h, meta descriptions rewritten 1h15. Both yesterday.      | 03-11 | 03-11
            I drafted the lease for 2 hours. It was all done on Monday as usual, in one go. | 03-09 |
            I reviewed the exhibits for 2 hours on Monday, and drafted the motion for 1 hour on Tuesday. | 03-09 | 03-10
            On Tuesday I sat in the Haldane hearing for 2 hours. The day before, I spent 1 hour on the file. | 03-10 | 03-09
            Fixed the Haldane valve, 2 hours, 3/4 inch pipe.                         | 03-12 |
            I spent an hour & 3/4 on the Haldane lease.                              | 03-12 |
            Haldane: 26.02: 2 hours of drafting the lease.                           | 02-26 |
            Two Haldane calls at 30 minutes each (Tuesday), and a lease to draft.    | 03-10 |
            I met the Haldane board this week, Monday 2.5 hours and today 1 hour.    | 03-09 | 03-12
            Today I edited the Haldane film for 7 hours, yesterday 5 hours.          | 03-12 | 03-11
            On Tuesday I drafted the Haldane lease, 2 hours (version of 3 March).    | 03-10 |
            I worked on the Haldane lease up to Tuesday, 9 hours.                    | 03-10 |
            I spent 9 hours on the Haldane lease, last week and on Monday.           | 03-09 |
            I spent 6 hours on the Haldane books, Monday to Wednesday.               | 03-11 |
            Ho partecipato alla riunione sindacale di martedì, 2 ore.                | 03-10 |
            Ho preparato la riunione sindacale di martedì, 2 ore.                    | 03-12 |
            Migrated the tables on March 10 from 22:15 to 00:40.                     | 03-11 |
            Drafted the brief last night from 8 pm to 10 pm.                         | 03-11 |
            """)
    void findsTheDayOfTheWork(String body, String first, String second) {
        List<LocalDate> expected = second == null ? List.of(day(first)) : List.of(day(first), day(second));
        assertThat(mentions(body)).extracting(TimeMention::date).isEqualTo(expected);
    }

    @ParameterizedTest(name = "sent on {0}: {1}")
    @CsvSource({"2026-03-16, 03-15", "2026-03-14, 03-14", "2026-03-12, 03-12"})
    void takesTheWeekendForTheOneThatHasJustBeen(String sent, String expected) {
        var message = new SentMessage(
                "",
                "",
                "Haldane",
                OffsetDateTime.parse(sent + "T09:00:00-05:00"),
                BodyFormat.PLAIN,
                "I spent 9 hours on the Haldane brief over the weekend.");
        assertThat(EXTRACTOR.extract(message, Context.none()).mentions())
                .extracting(TimeMention::date)
                .containsExactly(day(expected));
    }

    @Test
    void takesTheDayFromTheColumnOfAWeek() {
        assertThat(mentions("""
                My hours:

                Task            | Mon | Tue
                Haldane lease   | 0.5 | 2.0
                """)).extracting(TimeMention::date).containsExactly(day("03-09"), day("03-10"));
    }

    @Test
    void takesTheDayFromTheSentenceAboveATable() {
        assertThat(mentions("""
                Calls and letters of mine yesterday, all Haldane:

                Work                          Min
                Call with the landlord         24
                Letter to the agent drafted    45
                """)).extracting(TimeMention::date).containsExactly(day("03-11"), day("03-11"));
    }

    @Test
    void takesTheDayFromTheLineAboveThatSaysNothingElse() {
        assertThat(mentions("""
                Haldane:
                10 March
                - vendor contract, redline: 2.4
                - call with their counsel: 0.5
                11 March
                - title report, read: 1.8
                """))
                .extracting(TimeMention::date)
                .containsExactly(day("03-10"), day("03-10"), day("03-11"));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            I spent 40 minutes on the Haldane lease, no charge.                                       | n
            Research on the Haldane lease 2 hours. No charge.                                         | n
            35 mins this morning untangling the ledger. My mistake so don't charge it. Then an hour and a quarter reconciling the accounts. | n y
            2 hours drafting the motion, 1 hour formatting it, no charge.                              | y n
            An hour and a half on our own website text (internal), and 2.6 hours on the Quillan lease. | n y
            We sat from 10.00 to 13.15 with the parties, and I make no charge for the sandwiches.      | y
            I went over the plan again, fifty minutes. My own fault, so it stays off their bill.       | n
            Rewriting the schedule cost me an hour, which you won't see on any invoice.                | n
            Two hours on the road to Aldercombe, which under our terms isn't charged to them.          | n
            I spent 2 hours on the Haldane lease. It is not yet billed.                                | y
            An hour this morning on the Pellworth deed. Don't forget to charge it!                     | y
            Driving there took me 45 minutes, chargeable; the way home is on me.                       | y
            2 hours interviewing clerks and 0.8 on the checklist. Both internal, both non-billable.    | n n
            A half hour on your bank rec and an hour on the letters. Both are a gift.                  | n n
            It took me half an hour and it's a present, neighbours don't pay.                          | n
            I spent 2 hours on the Orme brief and 0.8 on the reply. Neither is billable.               | n n
            I spent 2 hours on the Orme brief and 0.8 on the reply. Both parties want it for free.     | y y
            An hour reviewing the lease. That review is pro bono.                                      | n
            45 minutes driving to Orme. Travel not charged.                                            | n
            1.0 hours administrative                                                                   | n
            An hour's memo on whether the painting was a gift or a loan.                               | y
            It was 4 hours of my time on the accounts, and I make no charge to the Hall for it.        | n
            Three hours prep of slides this morning. Train not chargeable under their contract.        | y
            Another half hour on the vase this morning, and no, this one is not on the house.          | y
            I spent 2 hours on the Orme brief. It's not pro bono.                                      | y
            I spent 2 hours on the Orme brief today. Not free of charge.                               | y
            I spent 2 hours on the Orme brief today. It isn't free of charge.                          | y
            I spent 2 hours on the Orme brief today and it is not for free.                            | y
            I spent 2 hours on the Orme brief today. It's not billable.                                | n
            I spent 2 hours on the Orme brief today. It is pro bono, not for the bill.                 | n
            I spent 2 hours on the Orme brief and 0.8 on the reply. No charge for either.              | n n
            I spent 2 hours on the Orme brief and 0.8 on the reply. No charge for any of it.           | n n
            I spent 2 hours on the Orme brief and 0.8 on the reply. No charge for the reply.           | y n
            I attended the creditors' meeting of Bright Limited (in administration), forty-five minutes. | y
            Two hours on the trains, chargeable; the forty minutes I spent on the typo, naturally not. | y n
            An hour drawing the vine, that goes on the invoice. The half hour I spent on the barcode does not. | y n
            Put .3 to Wexler for my call w/ Judge Abara's clerk this a.m. Don't put down the 25 minutes with Wexler himself, he mostly wanted to talk about his bass boat. | y n
            None of the three hours I lost in the plat books goes on the Orme bill.                    | n
            None of the two hours I spent with the bankers was wasted and all goes on the bill.        | y
            Putting right the codes 30 mins, free, because I keyed them wrong.                         | n
            I spent two hours on the Orme lease, free parking included.                                | y
            The half hour tasting sauces with the chef was my own greed and is free.                   | n
            The two hours I spent on the Orme lease, and the parking was free.                         | y
            I spent 55 minutes on the phone with the bank. They agreed to waive it.                    | y
            I was only there twenty minutes and I was passing anyway so no charge for that one.        | n
            The three hours redoing the gridline are ours to swallow.                                  | n
            Spent 3 hours on the lease, which we bill, and the drive, which we don't.                  | y
            I spent 2 hours on the transfer, tax-free.                                                 | y
            I spent 2 hours on the lease: three months rent-free.                                      | y
            I spent 2 hours on the website terms, under which we charge nothing for cancellation.      | y
            I spent 2 hours on the Orme drafting. Don't log it as a meeting.                           | y
            I spent 2 hours chasing the unpaid invoices.                                               | y
            I spent an hour with the accountant. Why wasn't it billed?                                 | y
            I spent 2 hours on the deed; the contractor repairs defects at our expense.                | y
            """)
    void saysOfWhichAmountNothingIsCharged(String body, String expected) {
        String found = String.join(
                " ",
                mentions(body).stream()
                        .map(mention -> mention.billable() ? "y" : "n")
                        .toList());
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            I spent 2 hours on the Haldane lease                                 | The Haldane lease
            Yesterday I reviewed the Haldane lease, 2 hours.                      | Reviewed the Haldane lease
            1.5 hours today in the joint experts' meeting                         | The joint experts' meeting
            and I spent two hours assembling the Marchetti closing set tonight    | Assembling the Marchetti closing set
            Please bill Odom 2.5 hours for Wednesday's negotiation session with the union | Negotiation session with the union
            2. Filing of the annual return, 0.5 hrs                               | Filing of the annual return
            I spent four hours re-running the noise model                         | Re-running the noise model
            Hi Sam, drew up the Willow Barn elevations, took me 4 hrs             | Drew up the Willow Barn elevations
            Call with lender's counsel re carve-outs (0.8)                        | Call with lender's counsel re carve-outs
            """)
    void writesTheWorkAsABillHasIt(String body, String expected) {
        assertThat(mentions(body)).extracting(TimeMention::description).containsExactly(expected);
    }

    @Test
    void keepsADescriptionShort() {
        String body =
                "I spent two hours reviewing " + "the amended schedule of dilapidations and ".repeat(4) + "the lease.";
        assertThat(mentions(body))
                .singleElement()
                .satisfies(mention -> assertThat(mention.description())
                        .startsWith("Reviewing the amended schedule")
                        .hasSizeLessThanOrEqualTo(160)
                        .doesNotEndWith(" "));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            I spent 2 hours on the Haldane lease.                                | Haldane
            Drove to Leeds for the Haldane hearing, 2 hours.                      | Haldane
            Hearing in Hollis v. Brandt took three hours.                         | Hollis v. Brandt
            Haldane: call with the surveyor, 0.3                                  | Haldane
            Put an hour and a half on the gutierrez case, reading the file.       | gutierrez
            Wrote up the Obuya chronology, 2 hours.                               | Obuya
            Two hours on Monday on the phone with the bank, reviewing the terms.  |
            """)
    void findsTheMatterInTheSentence(String body, String expected) {
        assertThat(mentions(body)).extracting(TimeMention::clientMatter).containsExactly(expected);
    }

    @Test
    void appliesTheOnlyClientOfAMessageToAllItsEntries() {
        assertThat(EXTRACTOR
                        .extract(
                                message(
                                        "Re: Tolmin invoice",
                                        "Drafted the reply, 1.2 hours.\n\nCall with the bank, 0.3."),
                                Context.none())
                        .mentions())
                .extracting(TimeMention::clientMatter)
                .allSatisfy(matter -> assertThat(matter).contains("Tolmin"))
                .hasSize(2);
    }

    @Test
    void prefersTheDirectoryAndInItTheNearestAndLongestForm() {
        var context = new Context(
                480,
                List.of(
                        new KnownMatter("Acme Holdings", List.of("Acme", "4471")),
                        new KnownMatter("Acme v. Brandt", List.of()),
                        new KnownMatter("Haldane Estate", List.of("the estate"))));
        String body = """
                Drafted the defence in Acme v. Brandt, 2 hours.

                Reviewed the inventory of the estate, 1 hour.

                Call with the bank on 4471, 0.3 hours.
                """;
        assertThat(EXTRACTOR.extract(message("", body), context).mentions())
                .extracting(TimeMention::clientMatter)
                .containsExactly("Acme v. Brandt", "Haldane Estate", "Acme Holdings");
    }

    @Test
    void doesNotGuessBetweenMattersThatShareAnAlias() {
        var context = new Context(
                480,
                List.of(
                        new KnownMatter("Smith lease", List.of("Smith")),
                        new KnownMatter("Smith will", List.of("Smith"))));
        assertThat(EXTRACTOR
                        .extract(message("", "I spent 2 hours on Smith."), context)
                        .mentions())
                .extracting(TimeMention::clientMatter)
                .containsExactly("Smith");
    }

    private static LocalDate day(String monthAndDay) {
        return LocalDate.parse("2026-" + monthAndDay);
    }

    private static List<TimeMention> mentions(String body) {
        return EXTRACTOR.extract(message("", body), Context.none()).mentions();
    }

    private static SentMessage message(String subject, String body) {
        return new SentMessage("Sam Author <sam@author.example>", "", subject, SENT, BodyFormat.PLAIN, body);
    }
}
