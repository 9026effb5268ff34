package io.tenth.extraction.internal.clause;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.internal.amount.Amounts;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Languages;
import io.tenth.extraction.internal.token.Tokenizer;
import io.tenth.extraction.internal.token.Tokens;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen of whose time it was, and of whether it was work at all: of the last amount of a text. */
class WhoseTimeTest {

    private static final LocalDate SENT = LocalDate.of(2026, 3, 12);
    private static final int WORKING_DAY = 8 * 60 * 60;

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            The presiding judge gave it forty minutes.                            | SOMEBODY_ELSE
            Their hosting people needed an hour to pick up the phone.             | SOMEBODY_ELSE
            The case manager sends his own 12.5 hours.                            | SOMEBODY_ELSE
            The hire firm wants a month and the closure takes two days.           | SOMEBODY_ELSE
            The clerk had me note that he spent two hours on it.                  | SOMEBODY_ELSE
            He came to the hearing and stayed two hours.                          | SOMEBODY_ELSE
            They were two hours late.                                             | SOMEBODY_ELSE
            Please give me 3 hours on the call with Lind.                         | REQUEST_TO_OTHERS
            Jane Doe tabbed the exhibits, 2 hours.                                | NAME_BEFORE_VERB
            Kessler called the office, 20 minutes.                                | NAME_BEFORE_VERB
            Kessler called about the lease, 7 hours.                              | NAME_BEFORE_VERB
            Kessler called around for quotes, 1.5 hours.                          | NAME_BEFORE_VERB
            The three hours on the lease are Dan's.                               | SOMEBODYS_ROW
            Yesterday's 1.7 hours on the lease are all the trainee's.             | SOMEBODYS_ROW
            The two hours on Monday were hers.                                    | SOMEBODYS_ROW
            Gary writes in his summary that I did six hours on the fence.         | SAID_BY_SOMEBODY
            The lease was drafted by Dan, two hours.                              | SOMEBODY_ELSE
            I looked through Florence's timesheet: 7 hours on the archive.        | SOMEBODYS_ACCOUNT
            Her timesheet: 3.2 drafting.                                          | SOMEBODYS_ACCOUNT
            Greta built the chronology, 3.6, and I signed it.                     | DONE_BY_SOMEBODY
            Our clerk filed the bundle, 40 minutes.                               | DONE_BY_SOMEBODY
            Tom spent the morning on it, 3.5 hours.                               | DONE_BY_SOMEBODY
            I hear they talked for two hours.                                     | SOMEBODY_ELSE
            I gather Smith drove for three hours.                                 | SOMEBODY_ELSE
            I understand that he met her for two hours.                           | SOMEBODY_ELSE
            The survey was prepared by our contractor in three hours.             | SOMEBODY_ELSE
            """)
    void seesTheTimeOfAnother(String text, Evidence evidence) {
        assertThat(seen(text)).contains(evidence);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            The clerk had me on the phone for 35 minutes.                         | SOMEBODY_ELSE
            Getting Mr Lind ready for cross took two hours.                       | SOMEBODY_ELSE
            Untangling what your last clerk left behind swallowed 2 hrs 40.       | SOMEBODY_ELSE
            The five minute job Mr Lind mentioned was 2 hrs 50 of checking.       | SOMEBODY_ELSE
            Stock count with their foreman 2 hrs 10.                              | SOMEBODY_ELSE
            My follow-up note to her - 25 minutes.                                | SOMEBODY_ELSE
            You will see the meeting with the client, which lasted 1.8 hours.     | SOMEBODY_ELSE
            The details went out, they were 3 hours and 40 minutes of drawing.    | SOMEBODY_ELSE
            Bill them 2.5 for the meeting of yesterday.                           | SOMEBODY_ELSE
            The hour and a half I spent on the lease is Dan's file.               | SOMEBODYS_ROW
            Two hours on the memo, which is Dan's.                                | SOMEBODYS_ROW
            I spent two hours on the draft and the idea is Dan's.                 | SOMEBODYS_ROW
            I wrote in the summary that I did six hours on the fence.             | SAID_BY_SOMEBODY
            Review of the lease drafted by Dan, two hours.                        | SOMEBODY_ELSE
            Kessler called the office about the lease, 20 minutes.                | DONE_BY_SOMEBODY
            Kessler called yesterday evening, 20 minutes.                         | NAME_BEFORE_VERB
            Dan and I rebuilt the index, 2 hours.                                 | DONE_BY_SOMEBODY
            My timesheet: 3.2 drafting.                                           | SOMEBODYS_ACCOUNT
            For Orme's account: 3.2 drafting.                                     | SOMEBODYS_ACCOUNT
            I spent an hour before the magistrate.                                | BEFORE_OR_AFTER_SOMETHING
            Crane changed the closing date, .6 to redo the schedule.              | DONE_BY_SOMEBODY
            Kessler: drafted the answer, 1.2.                                     | DONE_BY_SOMEBODY
            Site visit requested by the owner, 2 hours.                           | SOMEBODY_ELSE
            Meeting chaired by Dan, 2 hours.                                      | SOMEBODY_ELSE
            I was cross-examined by counsel for two hours.                        | SOMEBODY_ELSE
            The letter I sent him took two hours.                                 | SOMEBODY_ELSE
            I hear we talked for two hours.                                       | SOMEBODY_ELSE
            Jane and I spent two hours on the lease.                              | SOMEBODY_ELSE
            """)
    void doesNotTakeItForAnothers(String text, Evidence evidence) {
        assertThat(seen(text)).doesNotContain(evidence);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            I had set aside three hours for the prospectus.                       | STILL_TO_DO
            """)
    void seesWhatWasOnlyMeantToBe(String text, Evidence evidence) {
        assertThat(seen(text)).contains(evidence).doesNotContain(Evidence.AUTHOR_DID_IT);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            I was at the hearing for two hours.                                   | STILL_TO_DO
            Counted the timber at the mill, not quite three hours.                | NOT_DONE
            They came without an appointment and sat with me for an hour.         | NOT_DONE
            We met after Tom filed the appeal, 2 hours.                           | DONE_BY_SOMEBODY
            I gave the roof void an hour and a half this morning.                 | WITHDRAWN
            Could my three hours from Friday be billed to Ashgrove, please?       | QUESTION
            Assembled the bundle, 9.30 to 3.15 with half an hour off for soup.    | PERSONAL_TIME
            Redid the drainage layout after the plumber moved the pipe, 2 hours.  | PERSONAL_TIME
            Took soil cores on the pitch, 1.9 hours, Hillfoot Rugby Club.         | PERSONAL_TIME
            The lease is redrafted, two hours.                                    | IN_THE_PRESENT
            The statement is written: three quarters of an hour.                  | IN_THE_PRESENT
            The brief is done - three hours.                                      | GOING_ON
            Me and Kyle were on it for six hours.                                 | THING_NOT_WORK
            My hours yesterday were 3.5.                                          | THING_NOT_WORK
            That makes 3 hours on the Hale lease today.                           | IN_THE_PRESENT
            That was 2.25 hours on package 3.                                     | ALLOWANCE_OR_BUDGET
            I have gone through the terms in 1.4 hours.                           | DEADLINE_OR_NOTICE
            Spent three hours inspecting the laundry roof.                        | PERSONAL_TIME
            Reviewed the reply report on the train home, 1.1 hrs.                 | PERSONAL_TIME
            The 1.5 hours of driving are unbilled as usual.                       | HABIT
            """)
    void seesNoReasonToDoubtIt(String text, Evidence evidence) {
        assertThat(seen(text)).doesNotContain(evidence);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            Then the dentist took an hour.                                        | PERSONAL_TIME
            We did not get to the two hours of review.                            | NOT_DONE
            I have not quite spent two hours on it yet.                           | NOT_DONE
            Should my two hours be billed at all?                                 | QUESTION
            9.30 to 10.15 gym.                                                    | PERSONAL_TIME
            Spent two hours fixing my garage door.                                | PERSONAL_TIME
            Two hours before the dentist had me in his chair.                     | PERSONAL_TIME
            The hearing is listed, two hours.                                     | ESTIMATE_OR_PLAN
            The flight is out: two hours.                                         | IN_THE_PRESENT
            The train makes it in two hours.                                      | IN_THE_PRESENT
            The package is 3 hours.                                               | ALLOWANCE_OR_BUDGET
            We usually need 1.5 hours for it.                                     | HABIT
            """)
    void seesAReasonToDoubtIt(String text, Evidence evidence) {
        assertThat(seen(text)).contains(evidence);
    }

    private static Set<Evidence> seen(String text) {
        var words = Objects.requireNonNull(Languages.named(Locale.ENGLISH));
        Tokens tokens = Tokenizer.scan(text, words);
        Dates dates = Dates.in(tokens, SENT);
        Tokens none = Tokenizer.scan("", words);
        var page = new Page(tokens, new Layout(tokens), dates, Amounts.in(tokens, dates, WORKING_DAY), none, none);
        return Reader.read(page).getLast().seen();
    }
}
