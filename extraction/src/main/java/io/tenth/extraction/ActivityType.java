package io.tenth.extraction;

/** The kind of work that an amount of time was spent on. */
public enum ActivityType {
    /** Telephone or video. */
    CALL,
    /** In person or unspecified; hearings, mediations and depositions, also when held remotely. */
    MEETING,
    /** Looking something up. */
    RESEARCH,
    /** Writing, redlining, translating, correspondence. */
    DRAFTING,
    /** Reading, analysing, "attention to". */
    REVIEW,
    /** On the way to work or back. */
    TRAVEL,
    /** Everything else, such as preparing for an event or inspecting a site. */
    OTHER
}
