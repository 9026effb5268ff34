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
    /** A stretch of time that is no work: week, month, year, second. */
    PERIOD,
    PLURAL_UNIT,
    SINGULAR_UNIT,
    UNIT_ADJECTIVE,
    NUMBER(STARTS_AMOUNT),
    HUNDRED,
    FRACTION(STARTS_AMOUNT),
    ARTICLE(STARTS_AMOUNT),
    COUPLE(STARTS_AMOUNT),
    WHOLE(STARTS_AMOUNT),
    BETWEEN(STARTS_AMOUNT),
    FROM(STARTS_AMOUNT, PREPOSITION),
    CLOCK_WORD(STARTS_AMOUNT),
    AM,
    PM,
    CLOCK_H,
    AND,
    OR,
    SO,
    TO(PREPOSITION),
    OF(PREPOSITION),
    THE,
    HYPHEN,
    EACH,
    EACH_WAY,
    LESS,
    MINUS,
    PAUSE,
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
    TOMORROW(DATE_WORD),
    LAST(DATE_WORD),
    NEXT(DATE_WORD),
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
    BE(FINITE),
    HAVE(FINITE),
    MODAL(FINITE),
    GERUND,
    /** A noun that looks like a gerund: "meeting". */
    EVENT,
    ADVERB,
    BILL,

    // What it is not
    NEGATION,
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
    APPROXIMATE,

    // How it is charged, and how a report looks
    NON_BILLABLE,
    INTERNAL,
    REPORT,
    HOURS_HEADER,
    CLIENT_HEADER,
    PERSON_HEADER,
    NO_MATTER,
    /** Leads to a client or matter: "on", "for". */
    MATTER_LEAD,
    /** Between the parties of a case. */
    VERSUS;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; the checker sees only the interface.
    private final List<Tag> implied;

    Tag(Tag... implied) {
        this.implied = List.of(implied);
    }

    List<Tag> implied() {
        return implied;
    }
}
