package io.tenth.extraction.internal.text;

import io.tenth.extraction.BodyFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A body and what of it its author wrote, from a file under {@code own-words}, whose README describes the form.
 *
 * @param name the file
 * @param expected the author's words
 */
record OwnWordsCase(String name, BodyFormat format, String body, String expected) {

    private static final Path ROOT = Path.of("src/test/resources/own-words");
    private static final String BODY = "@@ body\n";
    private static final String OWN = "@@ own\n";

    static List<OwnWordsCase> in(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(OwnWordsCase::read)
                    .toList();
        }
    }

    boolean isExact() {
        return normalised(own().text()).equals(normalised(expected));
    }

    OwnText own() {
        return OwnWords.of(body, format);
    }

    String remark() {
        return "\n== " + name + "\n" + normalised(own().text()) + "\n-- but expected\n" + normalised(expected);
    }

    /** Lines without the blanks at their ends; blank lines are left out, for where a quote was there is one or none. */
    private static String normalised(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static OwnWordsCase read(Path file) {
        String content = content(file);
        int body = content.indexOf(BODY);
        int own = content.indexOf(OWN, body);
        if (body < 0 || own < 0) {
            throw new IllegalStateException(file + " lacks the line '@@ body' or '@@ own'");
        }
        boolean html = content.substring(0, body).contains("format: html");
        return new OwnWordsCase(
                ROOT.relativize(file).toString(),
                html ? BodyFormat.HTML : BodyFormat.PLAIN,
                content.substring(body + BODY.length(), own),
                content.substring(own + OWN.length()));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot read " + file, unreadable);
        }
    }
}
