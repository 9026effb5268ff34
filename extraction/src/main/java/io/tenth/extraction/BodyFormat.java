package io.tenth.extraction;

/** How the body of a message is written. */
public enum BodyFormat {
    PLAIN,
    HTML
}
