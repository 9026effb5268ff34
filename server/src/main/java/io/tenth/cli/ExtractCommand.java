package io.tenth.cli;

import io.tenth.capture.MessageAnalysis;
import io.tenth.extraction.Context;
import io.tenth.extraction.TimeMention;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/**
 * {@code tenth extract}: messages as JSON lines in, their time entries as JSON lines out, in the same order.
 *
 * <p>A bad line is answered with an error and is no failure of the command: the exit status is 0.
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

    private final MessageAnalysis analysis;
    private final InputStream in;
    private final int longestLine;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    ExtractCommand(MessageAnalysis analysis, InputStream in) {
        this(analysis, in, AnsweredLines.LONGEST_LINE);
    }

    ExtractCommand(MessageAnalysis analysis, InputStream in, int longestLine) {
        this.analysis = analysis;
        this.in = in;
        this.longestLine = longestLine;
    }

    @Override
    public Integer call() throws IOException {
        new AnsweredLines(in, longestLine).answer(spec.commandLine().getOut(), this::answer);
        return ExitCode.OK;
    }

    private Answer answer(byte[] line) {
        return switch (MessageLineReader.read(line)) {
            case MessageLine.Message read -> {
                List<TimeMention> mentions = analysis.analyze(read.message(), Context.none());
                yield new Answer(read.id(), json -> writeEntries(json, mentions));
            }
            case MessageLine.Refused refused -> Answer.refusing(refused.id(), refused.error());
        };
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
