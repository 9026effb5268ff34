package io.tenth.extraction.internal.clause;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.internal.amount.Amounts;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen of the last amount of an English text: a word that speaks against it elsewhere, and is said of something else here. */
class SeenInEnglishTest {

    private static final LocalDate SENT = LocalDate.of(2026, 3, 12);
    private static final int WORKING_DAY = 8 * 60 * 60;

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The courier map is estimated at 12 hours.                          | ESTIMATE_OR_PLAN
            My estimate for the lease: 3 hours.                                | ESTIMATE_OR_PLAN
            Two hours should be enough for the reply.                          | ESTIMATE_OR_PLAN
            Half a day ought to cover it.                                      | ESTIMATE_OR_PLAN
            I'd have sat there for three hours.                                | MODAL_VERB
            Sprint 22, my guesses:\\nexport to XLSX, 6 h                       | ESTIMATE_OR_PLAN
            Plan for next week:\\n\\nday   task   h\\nMon   the count   6 h | ESTIMATE_OR_PLAN
            The call is scheduled for Tuesday, one hour.                       | ESTIMATE_OR_PLAN
            I have read the file and expect four hours.                        | ESTIMATE_OR_PLAN
            I had quoted four hours and then five.                             | ESTIMATE_OR_PLAN
            The draft will take two hours.                                     | MODAL_VERB
            It should be 2.5 hours of drafting.                                | MODAL_VERB
            Please file the motion in two hours.                               | DEADLINE_OR_NOTICE
            The hearing is in two hours.                                       | DEADLINE_OR_NOTICE
            He called back after two hours.                                    | DEADLINE_OR_NOTICE
            The crew inspects the pump every 20 minutes.                       | DEADLINE_OR_NOTICE
            File it 24 hours before the hearing.                               | BEFORE_OR_AFTER_SOMETHING
            The portal was offline for 3 hours.                                | OUTAGE_OR_WAITING
            I lost an hour waiting for the guard.                              | OUTAGE_OR_WAITING
            I lost three hours to the power cut.                               | OUTAGE_OR_WAITING
            I didn't spend two hours on it.                                    | NOT_DONE
            Not yet drafted: the newsletter popup, 3 hours                     | NOT_DONE
            The server took three hours.                                       | THING_NOT_WORK
            The server itself took three hours.                                | THING_NOT_WORK
            The speech was 20 minutes.                                         | THING_NOT_WORK
            The baby slept three hours.                                        | THING_NOT_WORK
            Last year it took nine hours.                                      | TOLD_FOR_COMPARISON
            Last year's had taken three hours.                                 | TOLD_FOR_COMPARISON
            In case I spend two hours on it, bill them.                        | CONDITIONAL
            Not reviewed yet:\\nthe lease, 3 hours                              | NOT_DONE
            Still to be reviewed:\\nthe lease, 3 hours                          | ESTIMATE_OR_PLAN
            To be billed once drafted:\\nthe lease, 3 hours                     | ESTIMATE_OR_PLAN
            The steps which we will take:\\nthe lease, 3 hours                  | ESTIMATE_OR_PLAN
            In case 2 hours of drafting are needed, ask Jo.                    | CONDITIONAL
            Two hours at the zoo with Tom's nephew.                            | PERSONAL_TIME
            How long was the guardian on it? Fifty minutes.                    | SOMEBODY_ELSE
            You asked how long Nadia was on it. Fifty minutes, by her log.     | SOMEBODY_ELSE
            What Nadia gave me for her timesheet:\\nthe lease, 3 hours         | SOMEBODYS_ROW
            What will take the time is the annex: ninety minutes for it.       | ESTIMATE_OR_PLAN
            What we could do:\\nthe lease, 3 hours                              | ESTIMATE_OR_PLAN
            It rounds to the nearest 15 minutes.                               | DEADLINE_OR_NOTICE
            I ought to have taken two hours.                                   | MODAL_VERB
            Two hours on the lease, she says.                                  | SAID_BY_SOMEBODY
            I spent an hour with my niece.                                     | PERSONAL_TIME
            I spent two hours on my gym contract.                              | PERSONAL_TIME
            I spent two hours on the golf course.                              | PERSONAL_TIME
            """)
    void seesWhatSpeaksAgainstIt(String text, Evidence evidence) {
        assertThat(seen(text)).contains(evidence);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Tue  Halloran call re estimated payments, 0.3 h                    | ESTIMATE_OR_PLAN
            In Case 26/0114 I spent two hours on the award.                    | CONDITIONAL
            Not yet invoiced:\\nthe lease, 3 hours                              | NOT_DONE
            Hours, not to be confused with today's:\\nthe lease, 3 hours        | ESTIMATE_OR_PLAN
            In English so that Greg can read it:\\nthe lease, 3 hours           | ESTIMATE_OR_PLAN
            Three 20-minute calls (one for each child, she says).              | SAID_BY_SOMEBODY
            An hour on the phone with Siebert's niece.                         | PERSONAL_TIME
            I sat there from 14:00 to 16:30, with 15 minutes of pause.         | NOUN_OF_NO_WORK
            I spent two hours on last year's accounts.                         | TOLD_FOR_COMPARISON
            Prepared last year's return (3h).                                  | TOLD_FOR_COMPARISON
            Last year's return took me three hours.                            | TOLD_FOR_COMPARISON
            I spent two hours on the gym lease.                                | PERSONAL_TIME
            I spent two hours on the golf club's accounts.                     | PERSONAL_TIME
            I couldn't reach him and spent an hour on the lease.               | NOT_DONE
            Just come off a 40-minute call with the adjuster.                  | WITHDRAWN
            read their consent proposal (0.4 h)                                | ESTIMATE_OR_PLAN
            Skelwith, redrafting the option, 2.6 h                             | ESTIMATE_OR_PLAN
            Analysed reserved instance usage, 3.25 h                           | ESTIMATE_OR_PLAN
            Listed the share certificates 1.1                                  | ESTIMATE_OR_PLAN
            Planned three hours, took 4.5 hours                                | ESTIMATE_OR_PLAN
            My noise model: 7 h allowed, built in 4 h 20                       | ESTIMATE_OR_PLAN
            The three hours I'd quoted became 2.5 hours.                       | ESTIMATE_OR_PLAN
            As promised, here are my hours so that you can see it:\\nbank, 2 h | ESTIMATE_OR_PLAN
            For that call you may book 30 minutes.                             | MODAL_VERB
            The server build should be 4.5, not 45.                            | MODAL_VERB
            I read the report in 35 minutes.                                   | DEADLINE_OR_NOTICE
            I dropped off the call after 35 minutes.                           | DEADLINE_OR_NOTICE
            I proofed it for an hour before I dared send it.                   | BEFORE_OR_AFTER_SOMETHING
            Phoned the brewmaster for 35 minutes before that.                  | BEFORE_OR_AFTER_SOMETHING
            I lost 40 minutes to their CFO on the phone.                       | OUTAGE_OR_WAITING
            downtime data analysed, 5 h                                        | OUTAGE_OR_WAITING
            No, five hours, all on Monday.                                     | NOT_DONE
            outline for the board: not 2.6 but 1.6                             | NOT_DONE
            not as much as I wanted: medical records index, 2.7 h              | NOT_DONE
            None of my seven hours of drafting goes on the bill.               | NOT_DONE
            How long was the call with the guardian? Fifty minutes.            | SOMEBODY_ELSE
            What Nadia said made sense. Two hours on the lease.                | SOMEBODY_ELSE
            What the client sent us:\\nthe lease read, 3 hours                 | SOMEBODYS_ROW
            How long has the guardian acted? An hour on the file.              | SOMEBODY_ELSE
            What took the time was the annex: ninety minutes for it.           | ESTIMATE_OR_PLAN
            and no, not four hours but 2.5 hours, drawing the points.          | NOT_DONE
            The 45 minutes I lost looking for the meter.                       | OUTAGE_OR_WAITING
            My time today was one hour at the completion meeting.              | THING_NOT_WORK
            the same courtroom for Sigurdson, whose plea took 0.6 h            | THING_NOT_WORK
            In the evening sat for 1 h with the client.                        | THING_NOT_WORK
            the bank's form, completed on the train in 25 minutes              | THING_NOT_WORK
            origin declaration / made out / 2.5 h                              | RATE
            The variation deed took 1.6 hours.                                 | THING_NOT_WORK
            The variation cost me 1.6 hours.                                   | THING_NOT_WORK
            The talk itself took 40 minutes.                                   | THING_NOT_WORK
            The search for Moonbarrow was 1.4 hours.                           | THING_NOT_WORK
            My own time in the water came to 3 hours.                          | THING_NOT_WORK
            Pierre, walked 64 ha of wheat, 3 hours.                            | THING_NOT_WORK
            stock sheets read through (1.4 h), debtors chased by e-mail (.3 h) | THING_NOT_WORK
            Last year was 19 hours, came in at 11.5 hours.                     | TOLD_FOR_COMPARISON
            The cart takes vouchers again, cost me fifty minutes before lunch. | BEFORE_OR_AFTER_SOMETHING
            Without-prejudice meeting with their solicitor, 1.2 hours.         | NOT_DONE
            A note about disclosure under CPR 31.12. Three units of drafting.  | DAY_TO_COME
            I drafted the will. Bill her half an hour.                         | SOMEBODY_ELSE
            """)
    void doesNotTakeItForThat(String text, Evidence evidence) {
        assertThat(seen(text)).doesNotContain(evidence);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The variation deed took 1.6 hours.                                 | THING_WORKED_ON
            The search for Moonbarrow was 1.4 hours.                           | THING_WORKED_ON
            My own time in the water came to 3 hours.                          | WORK_TOOK_THIS_LONG
            Time was four hours for the set.                                   | WORK_WITH_ITS_TIME
            Pierre, walked 64 ha of wheat, 3 hours.                            | PAST_TENSE_WORK
            """)
    void seesWhatSpeaksForIt(String text, Evidence evidence) {
        assertThat(seen(text)).contains(evidence);
    }

    private static Set<Evidence> seen(String text) {
        Tokens tokens = Tokenizer.scan(text.replace("\\n", "\n"), Languages.english());
        Dates dates = Dates.in(tokens, SENT);
        Tokens none = Tokenizer.scan("", Languages.english());
        var page = new Page(tokens, new Layout(tokens), dates, Amounts.in(tokens, dates, WORKING_DAY), none, none);
        return Reader.read(page).getLast().seen();
    }
}
