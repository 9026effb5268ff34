package io.tenth.cli;

import io.tenth.capture.MessageAnalysis;
import io.tenth.extraction.Context;
import io.tenth.extraction.TimeMention;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/**
 * {@code tenth extract}: messages as JSON lines in, their time entries as JSON lines out, in the same order.
 *
 * <p>Answers are sent before more input is asked for, so that another program can hold a conversation with it, and a
 * long input is answered in large pieces. It ends when nobody reads the answers. A bad
 * line is answered with an error and is no failure of the command: the exit status is 0.
 */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Reads messages as JSON lines on standard input and writes their time entries as JSON lines.",
        footer = {
            "",
            "A line in:  {\"id\",\"from\",\"to\",\"subject\",\"sent_at\",\"content_type\",\"body\"}",
            "A line out: {\"id\",\"entries\":[{\"quote\",\"start\",\"end\",\"minutes\",\"type\",\"date\",…}]}",
            "            or {\"id\",\"error\"} for a line that is no such message (at most 32 MB)."
        })
final class ExtractCommand implements Callable<Integer> {

    /** No message of this size was written by a person; a line beyond it is answered with an error. */
    static final int LONGEST_LINE = 32 * 1024 * 1024;

    private final MessageAnalysis analysis;
    private final InputStream in;
    private final int longestLine;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    ExtractCommand(MessageAnalysis analysis, InputStream in) {
        this(analysis, in, LONGEST_LINE);
    }

    ExtractCommand(MessageAnalysis analysis, InputStream in, int longestLine) {
        this.analysis = analysis;
        this.in = in;
        this.longestLine = longestLine;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        AtomicBoolean heard = new AtomicBoolean(true);
        ByteLines lines = new ByteLines(in, longestLine, () -> heard.set(!out.checkError()));
        while (lines.advance() && heard.get()) {
            if (!lines.isBlank()) {
                answer(read(lines), out);
            }
        }
        out.flush();
        return ExitCode.OK;
    }

    private MessageLine read(ByteLines lines) {
        return lines.isTooLong()
                ? new MessageLine.Refused(
                        JsonScalar.NULL, "the line is longer than the limit of " + longestLine + " bytes")
                : MessageLineReader.read(lines.bytes());
    }

    private void answer(MessageLine line, PrintWriter out) {
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeName("id");
            line.id().writeTo(json);
            switch (line) {
                case MessageLine.Message read -> writeEntries(json, analysis.analyze(read.message(), Context.none()));
                case MessageLine.Refused refused -> json.writeStringProperty("error", refused.error());
            }
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void writeEntries(JsonGenerator json, List<TimeMention> mentions) {
        json.writeArrayPropertyStart("entries");
        for (TimeMention mention : mentions) {
            json.writeStartObject();
            json.writeStringProperty("quote", mention.quote());
            json.writeNumberProperty("start", mention.span().start());
            json.writeNumberProperty("end", mention.span().end());
            Json.writeMention(json, mention);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
