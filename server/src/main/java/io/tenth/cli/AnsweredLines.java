package io.tenth.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/**
 * JSON lines in, an answer to each as a JSON line out, in the same order.
 *
 * <p>Answers are sent before more input is asked for, so that another program can hold a conversation with a command, and a
 * long input is answered in large pieces. It ends when nobody reads the answers.
 *
 * <p>A line at which the program fails is answered with an error, and the next one is read: a fault that one message in a
 * mailbox meets must not cost the answers to all that stand behind it.
 */
final class AnsweredLines {

    /** No message of this size was written by a person; a line beyond it is answered with an error. */
    static final int LONGEST_LINE = 32 * 1024 * 1024;

    private final InputStream in;
    private final int longestLine;

    AnsweredLines(InputStream in, int longestLine) {
        this.in = in;
        this.longestLine = longestLine;
    }

    void answer(PrintWriter out, Function<byte[], Answer> command) throws IOException {
        AtomicBoolean heard = new AtomicBoolean(true);
        ByteLines lines = new ByteLines(in, longestLine, () -> heard.set(!out.checkError()));
        while (lines.advance() && heard.get()) {
            if (!lines.isBlank()) {
                out.append(lines.isTooLong() ? written(tooLong()) : written(lines.bytes(), command));
                out.write('\n');
            }
        }
        out.flush();
    }

    private Answer tooLong() {
        return Answer.refusing(JsonScalar.NULL, "the line is longer than the limit of " + longestLine + " bytes");
    }

    /** The answer is written whole before any of it is sent, so that a fault leaves no half of a line behind. */
    private static CharSequence written(byte[] line, Function<byte[], Answer> command) {
        try {
            return written(command.apply(line));
        } catch (RuntimeException | StackOverflowError fault) {
            return written(failed(line, fault));
        }
    }

    /** Names the fault by its class alone: what it says may hold text of the message. */
    private static Answer failed(byte[] line, Throwable fault) {
        JsonScalar id = LineFields.read(line, List.of(), List.of()).id();
        return Answer.refusing(
                id,
                "the line could not be answered; this is a fault of Tenth ("
                        + fault.getClass().getSimpleName() + "), please report it");
    }

    private static CharSequence written(Answer answer) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = Json.generator(line)) {
            json.writeStartObject();
            json.writeName("id");
            answer.id().writeTo(json);
            answer.rest().accept(json);
            json.writeEndObject();
        }
        return line.getBuffer();
    }
}
