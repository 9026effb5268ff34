package io.tenth.assistant;

/** What a call of a tool changes at most, from nothing to what weighs most. */
public enum Effect {
    /** It reads. */
    NONE,
    /** It makes proposals, which wait for a person's review. */
    PROPOSALS,
    /** It decides against proposals, changes them, or starts the timer. */
    DRAFTS,
    /** It makes or takes back approved time, as a timer does that stops. */
    TIME,
    /** It changes how time is counted. */
    SETTINGS
}
