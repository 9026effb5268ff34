package io.tenth.extraction.internal.clause;

import java.util.Locale;

/** What can speak for or against an amount being work that its author did. The name is the reason that a person reads. */
public enum Evidence {
    // For
    AUTHOR_DID_IT,
    TIME_SPENT,
    WAS_THERE,
    PAST_TENSE_WORK,
    WORK_TOOK_THIS_LONG,
    THING_WORKED_ON,
    WORK_WITH_ITS_TIME,
    WORK_NAMED_BESIDE_IT,
    TIME_ON_SOMETHING,
    BILLING_INSTRUCTION,
    LINE_OF_A_TIME_REPORT,
    HOURS_COLUMN,
    DAY_COLUMN,
    AUTHORS_ROW,
    IN_PARENTHESES_AFTER_WORK,
    UNDER_A_TIME_HEADING,
    TIME_REPORT_MESSAGE,
    PAST_DAY_NAMED,
    DATED_LINE,
    CORRECTED_FIGURE,
    CHARGED_FIGURE,
    AUTHOR_NAMED,
    EACH_OF_US,

    // Against
    NO_UNIT,
    BURIED_NUMBER,
    NO_WORK_NAMED,
    ATTRIBUTE_OF_A_NOUN,
    POINTED_AT,
    GOING_ON,
    LOOKS_LIKE_AN_APPOINTMENT,
    SLOT_IN_A_CALENDAR,
    DAYS_RATHER_THAN_HOURS,
    WHOLE_OR_HALF_DAY,
    MODAL_VERB,
    STILL_TO_DO,
    DAY_TO_COME,
    CONDITIONAL,
    QUESTION,
    REQUEST_TO_OTHERS,
    ESTIMATE_OR_PLAN,
    AMONG_PLANS,
    NOT_DONE,
    SOMEBODY_ELSE,
    NAME_BEFORE_VERB,
    DONE_BY_SOMEBODY,
    SAID_BY_SOMEBODY,
    THING_NOT_WORK,
    NOUN_OF_NO_WORK,
    DEADLINE_OR_NOTICE,
    BEFORE_OR_AFTER_SOMETHING,
    UPPER_LIMIT_ONLY,
    ALLOWANCE_OR_BUDGET,
    IN_THE_PRESENT,
    RATE,
    HABIT,
    RUNNING_TOTAL,
    TOLD_FOR_COMPARISON,
    PERSONAL_TIME,
    OUTAGE_OR_WAITING,
    FIGURE_OF_SPEECH,
    OTHER_COLUMN,
    NUMBER_OF_A_ROW,
    TOTAL_COLUMN,
    ESTIMATE_COLUMN,
    SOMEBODYS_ROW,
    SOMEBODYS_ACCOUNT,
    TOTAL_OF_LINES,
    SAID_BEFORE,
    PART_OF_ANOTHER,
    REPLACED_FIGURE,
    WITHDRAWN,
    IMPLAUSIBLE_LENGTH;

    private final String reason = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The stable name of the reason, such as {@code past-tense-work}. */
    public String reason() {
        return reason;
    }
}
