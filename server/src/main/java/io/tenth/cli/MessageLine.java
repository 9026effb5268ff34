package io.tenth.cli;

import io.tenth.extraction.SentMessage;

/** What a line of standard input was: a message, or why it is none. */
sealed interface MessageLine {

    /** The id of the line, {@link JsonScalar#NULL} where none could be read. */
    JsonScalar id();

    /** A message. */
    record Message(JsonScalar id, SentMessage message) implements MessageLine {}

    /** Not a message; the error names the field and holds none of its text. */
    record Refused(JsonScalar id, String error) implements MessageLine {}
}
