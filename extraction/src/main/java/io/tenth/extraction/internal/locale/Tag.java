package io.tenth.extraction.internal.locale;

import java.util.List;

/**
 * A role that a word can have. Rules are written in roles, languages are lists of words by role.
 *
 * <p>A role can imply others: each {@link #MONTH} is a {@link #DATE_WORD}.
 */
public enum Tag {
    /** May begin an amount of time. */
    STARTS_AMOUNT,
    /** Says something of a day. */
    DATE_WORD,
    /** A word of any kind of work. */
    WORK,
    /** Can be the verb of a clause. */
    FINITE,
    /** Stands before a noun: no verb follows it. */
    PREPOSITION,

    // Amounts
    HOUR,
    MINUTE,
    TENTH,
    DAY,
    /** A stretch of time that is no work: week, month, year, second. Its value is its length in seconds. */
    PERIOD,
    /** A letter that is a unit where it touches its number: the m of 25m. Its value is the length in seconds. */
    UNIT_LETTER,
    /** A unit that is another word as well: a second opinion. */
    AMBIGUOUS_UNIT,
    /** A length of time in one word: zweistündig. Its value is in seconds. */
    LENGTH(STARTS_AMOUNT),
    PLURAL_UNIT,
    SINGULAR_UNIT,
    /** A unit that is one of its kind without a number before it: die Stunde Anfahrt, het uurtje dat ik. */
    SINGLE_UNIT,
    /** Days, or parts of them, that are counted and are no unit: Verhandlungstage, avonden. */
    COUNTED_DAYS,
    UNIT_ADJECTIVE,
    NUMBER(STARTS_AMOUNT),
    /** Multiplies the number before it: hundred, thousand, dozen. */
    HUNDRED(STARTS_AMOUNT),
    /** The decimal point as a word: two point five. */
    POINT(STARTS_AMOUNT),
    /** Beside a length that lies between two things and is none of work: l'una dall'altra, apart. */
    APART,
    /** What bears interest, so that a number with a fraction before it is a rate: the term loan. */
    INTEREST,
    /** A little more, which is not counted: two and a bit hours. */
    BIT,
    FRACTION(STARTS_AMOUNT),
    ARTICLE(STARTS_AMOUNT),
    COUPLE(STARTS_AMOUNT),
    WHOLE(STARTS_AMOUNT),
    BETWEEN(STARTS_AMOUNT),
    FROM(STARTS_AMOUNT, PREPOSITION),
    CLOCK_WORD(STARTS_AMOUNT),
    AM,
    PM,
    /** Before noon, or after it, behind an hour: in the morning, tonight. */
    MORNING,
    AFTERNOON,
    /** The zone of a time of day: CET, GMT. */
    ZONE,
    /** Half an hour after the hour behind it: half nine in English. */
    HALF_PAST(STARTS_AMOUNT),
    /** Half an hour before the hour behind it: halb zehn in German. */
    HALF_TO(STARTS_AMOUNT),
    /** Between minutes and the hour that they follow, or lack: ten past nine, ten to nine. */
    PAST_HOUR,
    TO_HOUR,
    /** A part of an hour behind the hour: neuf heures et demie. Its value is that of the fraction. */
    CLOCK_PART,
    /** Says that the number before it is an hour of the day: o'clock, Uhr, heures. */
    O_CLOCK,
    CLOCK_H,
    /** Before a time of day: om 9 uur. */
    CLOCK_LEAD,
    /** Before an hour of the day: las nueve, le nove. */
    CLOCK_ARTICLE,
    /** A change of a number, behind which "from 3 to 5" is no time of day. */
    CHANGE,
    AND,
    /** Joins minutes to their hours, and nothing else as "and" does: una hora con diez. */
    WITH_MINUTES,
    OR,
    SO,
    TO(PREPOSITION),
    OF(PREPOSITION),
    THE,
    /** Before the end of a range of times, and of no other: till. */
    UNTIL(TO),
    HYPHEN,
    EACH,
    EACH_WAY,
    /** Says of a way that it was gone to and fro: hin und zurück. With "each" it is twice the amount. */
    BOTH_WAYS,
    BOTH,
    /** Stands for the hours that a number behind it counts: dat kostte me er twee. */
    HOURS_LEAD,
    /** Says behind an amount that each of several occasions had it: each time. Its value is their number, if it says one: both times. */
    EACH_TIME,
    /** Between a count and an amount: 2 x 45 minutes. */
    TIMES,
    /** A count of occasions, behind which "a week" is a rate: twice a week. */
    ONCE,
    /** How often something was done, beside which "each time" multiplies, and nothing else does: twice. */
    OCCASIONS,
    LESS,
    MINUS,
    PAUSE,
    /** Leads to a time of day, and to other numbers as well: started at 9. */
    AT,
    /** Behind a length of time that is taken off: an hour out for lunch. */
    AWAY,
    /** Begins, behind the author or alone, the time at work: started at 9:30, sat down at ten. */
    START,
    /** Ends it: done at 12:15. */
    FINISH,
    /** Where people stay whose arrival and leaving begin and end no work: hotel, hospital. */
    LODGING,
    /** Follows an amount, and is nothing that a number before it could count: an hour fifty up. */
    UNCOUNTED,
    /** A mark that is said aloud in dictation: comma, full stop. */
    SPOKEN_MARK,
    PLURAL_EVENT,
    MEASURE,
    MONEY,
    REFERENCE,
    ABBREVIATION,
    WITH_SLASH(PREPOSITION),

    // Days
    DATE_LEAD,
    MONTH(DATE_WORD),
    WEEKDAY(DATE_WORD),
    TODAY(DATE_WORD),
    YESTERDAY(DATE_WORD),
    BEFORE_YESTERDAY(DATE_WORD),
    /** The day before the one that was named last. */
    DAY_BEFORE(DATE_WORD),
    DAY_AFTER(DATE_WORD),
    /** Stands for all that was named, or for the last ones as many as its value says: "both yesterday", "none of it is billable". */
    ALL_OF_IT,
    TOMORROW(DATE_WORD),
    LAST(DATE_WORD),
    NEXT(DATE_WORD),
    /** A week; a weekend has the number of its days as its value. */
    WEEK,
    MONTH_WORD,
    NIGHT,
    ORDINAL_ENDING,

    // Who
    SELF,
    MINE,
    ME,
    OTHER,
    THEIR,
    ROLE,
    TITLE,
    /** Before the name of the reader: dear, hello. */
    GREETING,
    BY,
    POSSESSIVE,
    IT,

    // What kind of work
    CALL(WORK),
    MEETING(WORK),
    RESEARCH(WORK),
    DRAFTING(WORK),
    REVIEW(WORK),
    TRAVEL(WORK),
    OTHER_WORK(WORK),
    /** A way to meet from afar. */
    MEDIUM,
    /** A meeting that stays one when it is held from afar. */
    COURT,
    /** Decides the kind of work only where no other word does. */
    WEAK_KIND,

    // Verbs
    SPEND(FINITE),
    TAKE(FINITE),
    PAST(FINITE),
    PRESENT(FINITE),
    /** A past that agrees with its subject, where a participle stands in the same list: benötigte, zat. */
    PRETERITE(FINITE),
    BE(FINITE),
    HAVE(FINITE),
    MODAL(FINITE),
    /** A verb whose own form puts it into the future or makes it a mere thought: durera, vorrebbe. */
    FUTURE(MODAL),
    GERUND,
    /** A noun that looks like a gerund: "meeting". */
    EVENT,
    ADVERB,
    BILL,

    // Who says it
    /** A verb of speech, claim or belief. */
    SAY(FINITE),
    /** Leads to whose word it is, or says that it is somebody's: according to. */
    HEARSAY,

    // What it is not
    NEGATION,
    /** A verb whose particle says that nothing took place, and that particle: fiel aus. */
    FALL,
    FALL_OUT,
    /** Says in the passive that something did not take place: abgesagt. */
    CANCELLED,
    CONDITION,
    ESTIMATE,
    /** Says in a subject that the whole message is about work to come. */
    OFFER,
    REQUEST,
    SUBORDINATOR,
    /** Joins a clause only where a subject follows: "after I left", not "after lunch". */
    SUBORDINATOR_OR_NOT,
    CEILING,
    DEADLINE_LEAD,
    AFTER_PERIOD,
    PER,
    /** Before how often something comes round: every 20 minutes. */
    EVERY,
    /** Before how long something went on: for an hour. */
    LASTING(PREPOSITION),
    /** Labels a line of an invitation: Time, When, Where. */
    SLOT,
    /** A list of what is to be: agenda, rota, itinerary. */
    AGENDA,
    /** Says in a heading that the lines below it are still to be done: plan, to do. */
    PLAN,
    /** Picks one out of many: the best news all day. */
    SUPERLATIVE,
    NOT_WORK,
    LIMIT,
    HABIT,
    PERSONAL,
    OUTAGE,
    FIGURE,
    TOTAL,
    TO_DATE,
    COMPARISON,
    CORRECTION,
    SUPERSEDING,
    CHARGED,
    /** Behind the verb of a charge: put me down for. */
    DOWN_FOR,
    /** Says that a figure comes on top of the one before it: also, another. */
    FURTHER,
    /** What the client is sent: the invoice. */
    ACCOUNT,
    /** Says beside a figure that it is the one that is charged, and of another that it is the time that was worked. */
    BILLED,
    ACTUAL,
    /** Sets a figure lower or to a full unit: cut to, rounded to, put it through as. */
    RESET,
    /** Between a verb that sets a figure and the new one: to, as, at. */
    RESET_TO,
    /** Gives a part away: write off, knock off. */
    WRITE_OFF,
    /** Leads to a part of the amount before it: of which, including. */
    PARTITIVE,
    /** Takes an entry back: delete, reversal of. */
    WITHDRAWAL,
    /** Takes an entry back together with another word: take ... out, aus der Rechnung genommen. */
    TAKE_BACK,
    /** That word: out, off, away. */
    BACK_OUT,
    /** Says that an amount was put into the books: entered, posted. */
    BOOKED,
    /** Says beside that verb that it should not have been: in error, twice. */
    IN_ERROR,
    /** Announces that something is said again: to repeat, in short. */
    RESTATED,
    APPROXIMATE,

    // How it is charged, and how a report looks
    NON_BILLABLE,
    /** Says of a thing that it costs nothing, and of time where it is called so: "30 mins, free". */
    FREE,
    INTERNAL,
    REPORT,
    HOURS_HEADER,
    /** Heads a column of times without saying their unit: time, duration. */
    TIME_HEADER,
    CLIENT_HEADER,
    PERSON_HEADER,
    NO_MATTER,
    /** Leads to a client or matter: "on", "for". */
    MATTER_LEAD,
    /** Between the parties of a case. */
    VERSUS,
    /** Leads to what somebody did with the thing before it: que, che. */
    RELATIVE;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; the checker sees only the interface.
    private final List<Tag> implied;

    Tag(Tag... implied) {
        this.implied = List.of(implied);
    }

    List<Tag> implied() {
        return implied;
    }
}
