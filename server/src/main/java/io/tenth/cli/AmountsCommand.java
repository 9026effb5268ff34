package io.tenth.cli;

import io.tenth.extraction.Inspection;
import io.tenth.extraction.Inspection.Kind;
import io.tenth.extraction.Inspection.StatedAmount;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/**
 * {@code tenth amounts}: every amount of time that stands in a text, before any judgement of what it is of.
 *
 * <p>For debugging, and for comparison with other programs that recognise amounts. A bad line is answered with an error.
 */
@Command(
        name = "amounts",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Reads texts as JSON lines on standard input and writes every amount of time in them.",
        footer = {
            "",
            "A line in:  {\"id\",\"text\"} and, where it is known, \"locale\" such as \"en-GB\"",
            "A line out: {\"id\",\"amounts\":[{\"start\",\"end\",\"seconds\":[…],\"kind\"}]}",
            "            or {\"id\",\"error\"} for a line that is no such text (at most 32 MB)."
        })
final class AmountsCommand implements Callable<Integer> {

    private final InputStream in;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    AmountsCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        new AnsweredLines(in, AnsweredLines.LONGEST_LINE)
                .answer(spec.commandLine().getOut(), AmountsCommand::answer);
        return ExitCode.OK;
    }

    private static Answer answer(byte[] line) {
        LineFields fields = LineFields.read(line, List.of("text"), List.of("locale"));
        if (fields.fault().isPresent()) {
            return Answer.refusing(fields.id(), fields.fault().get());
        }
        String tag = fields.optional("locale").orElse("").replace('_', '-');
        List<StatedAmount> amounts = Inspection.amounts(fields.text("text"), Locale.forLanguageTag(tag));
        return new Answer(fields.id(), json -> writeAmounts(json, amounts));
    }

    private static void writeAmounts(JsonGenerator json, List<StatedAmount> amounts) {
        json.writeArrayPropertyStart("amounts");
        for (StatedAmount amount : amounts) {
            json.writeStartObject();
            json.writeNumberProperty("start", amount.span().start());
            json.writeNumberProperty("end", amount.span().end());
            json.writeArrayPropertyStart("seconds");
            amount.seconds().forEach(seconds -> writeSeconds(json, seconds));
            json.writeEndArray();
            json.writeStringProperty("kind", amount.kind() == Kind.RANGE ? "range" : "duration");
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Whole seconds without a point. */
    private static void writeSeconds(JsonGenerator json, double seconds) {
        if (seconds == Math.rint(seconds) && seconds <= Long.MAX_VALUE) {
            json.writeNumber((long) seconds);
        } else {
            json.writeNumber(seconds);
        }
    }
}
