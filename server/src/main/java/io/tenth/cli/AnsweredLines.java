package io.tenth.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/**
 * JSON lines in, an answer to each as a JSON line out, in the same order.
 *
 * <p>Answers are sent before more input is asked for, so that another program can hold a conversation with a command, and a
 * long input is answered in large pieces. It ends when nobody reads the answers.
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
                write(lines.isTooLong() ? tooLong() : command.apply(lines.bytes()), out);
            }
        }
        out.flush();
    }

    private Answer tooLong() {
        return Answer.refusing(JsonScalar.NULL, "the line is longer than the limit of " + longestLine + " bytes");
    }

    private static void write(Answer answer, PrintWriter out) {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeName("id");
            answer.id().writeTo(json);
            answer.rest().accept(json);
            json.writeEndObject();
        }
        out.write('\n');
    }
}
