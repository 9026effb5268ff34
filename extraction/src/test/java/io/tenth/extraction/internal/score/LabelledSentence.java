package io.tenth.extraction.internal.score;

import io.tenth.extraction.ActivityType;
import io.tenth.extraction.BodyFormat;
import io.tenth.extraction.SentMessage;
import io.tenth.extraction.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A snippet of mail whose amounts are marked, a line of a file below {@code sentences}: {@code Put {V:two hours} into the
 * bundle}. The form is described in the README there.
 *
 * @param source the file and the line
 * @param message the snippet as a message
 * @param marks the marked amounts in order
 * @param matters the clients and matters that are marked
 */
public record LabelledSentence(String source, SentMessage message, List<Mark> marks, List<String> matters) {

    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-12T17:00:00Z");
    private static final Pattern MATTER = Pattern.compile("<([^<>]*)>");
    private static final String SUBJECT = "Subject: ";
    private static final Map<String, ActivityType> KINDS = Map.of(
            "C", ActivityType.CALL,
            "M", ActivityType.MEETING,
            "R", ActivityType.RESEARCH,
            "D", ActivityType.DRAFTING,
            "V", ActivityType.REVIEW,
            "T", ActivityType.TRAVEL,
            "O", ActivityType.OTHER);

    /**
     * A marked amount.
     *
     * @param place where it stands in the body
     * @param code what it is: a kind of work, {@code n} not billable, {@code ?} vague, {@code -} no entry
     */
    public record Mark(Span place, String code) {

        public boolean isEntry() {
            return !code.equals("-");
        }

        boolean vague() {
            return code.equals("?");
        }

        Optional<ActivityType> kind() {
            return Optional.ofNullable(KINDS.get(code));
        }
    }

    /** Every sentence of the files in a folder below {@code sentences}, in order. */
    public static List<LabelledSentence> in(String folder) {
        Path path = Path.of("src/test/resources/sentences", folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.sorted().flatMap(LabelledSentence::lines).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Stream<LabelledSentence> lines(Path file) {
        try {
            List<LabelledSentence> sentences = new ArrayList<>();
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                    sentences.add(read(file.getFileName() + ":" + (i + 1), lines.get(i)));
                }
            }
            return sentences.stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads one line; names in angle brackets are plain text in the message. */
    private static LabelledSentence read(String source, String line) {
        List<String> matters =
                MATTER.matcher(line).results().map(found -> found.group(1)).toList();
        String text = MATTER.matcher(line.replace(" // ", "\n")).replaceAll("$1");
        String subject = "";
        if (text.startsWith(SUBJECT)) {
            int end = text.indexOf('\n');
            subject = text.substring(SUBJECT.length(), end);
            text = text.substring(end + 1);
        }
        var body = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int colon = text.indexOf(':', open);
            int close = text.indexOf('}', open);
            body.append(text, at, open);
            int start = body.length();
            body.append(text, colon + 1, close);
            marks.add(new Mark(new Span(start, body.length()), text.substring(open + 1, colon)));
            at = close + 1;
        }
        body.append(text.substring(at));
        return new LabelledSentence(
                source, new SentMessage("", "", subject, SENT, BodyFormat.PLAIN, body.toString()), marks, matters);
    }
}
