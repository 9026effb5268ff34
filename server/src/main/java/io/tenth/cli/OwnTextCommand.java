package io.tenth.cli;

import io.tenth.extraction.Inspection;
import io.tenth.mail.MailReading;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code tenth own-text}: the author's own words of a message, without markup, quoted history and signature.
 *
 * <p>For debugging, and for comparison with other programs that take replies apart. A bad line is answered with an error.
 */
@Command(
        name = "own-text",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Reads messages as JSON lines on standard input and writes their author's own words.",
        footer = {
            "",
            "A line in:  {\"id\",\"raw\"}, raw a message with its header or a body alone, plain or HTML",
            "A line out: {\"id\",\"own\"}",
            "            or {\"id\",\"error\"} for a line that is no such message (at most 32 MB)."
        })
final class OwnTextCommand implements Callable<Integer> {

    private final InputStream in;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    OwnTextCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        new AnsweredLines(in, AnsweredLines.LONGEST_LINE)
                .answer(spec.commandLine().getOut(), OwnTextCommand::answer);
        return ExitCode.OK;
    }

    private static Answer answer(byte[] line) {
        LineFields fields = LineFields.read(line, List.of("raw"), List.of());
        if (fields.fault().isPresent()) {
            return Answer.refusing(fields.id(), fields.fault().get());
        }
        RawText raw = new RawText(fields.text("raw"));
        if (!raw.isMessage()) {
            return own(fields.id(), Inspection.ownText(raw.text(), raw.format()));
        }
        return switch (raw.message()) {
            case MailReading.Readable read ->
                own(
                        fields.id(),
                        Inspection.ownText(
                                read.message().body(),
                                RawText.format(read.message().html())));
            case MailReading.Unreadable refused -> Answer.refusing(fields.id(), refused.reason());
        };
    }

    private static Answer own(JsonScalar id, String own) {
        return new Answer(id, json -> json.writeStringProperty("own", own));
    }
}
