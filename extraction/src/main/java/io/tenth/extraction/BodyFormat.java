package io.tenth.extraction;

/** How the body of a message is written. */
public enum BodyFormat {
    /** Text as it is. */
    PLAIN,
    /** Text with markup; where it is broken it is read as far as it can be. */
    HTML
}
