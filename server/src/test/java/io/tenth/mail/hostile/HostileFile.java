package io.tenth.mail.hostile;

import io.tenth.mail.hostile.HostileMessage.Expected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the small messages of the collection; {@code hostile/README.md} says how its files are written. */
final class HostileFile {

    private static final Path FOLDER = Path.of("src/test/resources/hostile");
    private static final String DATE = "Date: Fri, 20 Mar 2026 17:17:00 -0500\r\n";
    private static final Map<String, String> SHORT = Map.of(
            "@date",
            DATE,
            "@",
            DATE + "From: Dana Reyes <dana@firm.example>\r\nTo: Lee Park <lee@client.example>\r\nSubject: Work\r\n");

    private HostileFile() {}

    static List<HostileMessage> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .flatMap(file -> messages(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<HostileMessage> messages(Path file) {
        try {
            var kind = Objects.requireNonNull(file.getFileName()).toString().replace(".txt", "");
            return Stream.of(("\n" + Files.readString(file)).split("\n### ", -1))
                    .skip(1)
                    .map(text -> message(kind, text))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HostileMessage message(String kind, String text) {
        var parts = text.split("\n===\n", 2);
        var head = parts[0].split("\n");
        if (parts.length < 2 || head.length < 2) {
            throw new IllegalStateException(kind + ", " + head[0] + ": says nothing of what is expected");
        }
        var content = bytes(parts[1]);
        return new HostileMessage(
                kind, head[0], () -> content, expected(List.of(head).subList(1, head.length)));
    }

    private static Expected expected(List<String> lines) {
        Map<String, String> exact = new HashMap<>();
        List<String> holds = new ArrayList<>();
        List<String> lacks = new ArrayList<>();
        for (var line : lines) {
            var key = line.substring(0, line.indexOf(':'));
            var value = new String(unescaped(line.substring(key.length() + 1).strip()), StandardCharsets.UTF_8);
            switch (key) {
                case "refused" -> {
                    return new Expected.Refused(value);
                }
                case "holds" -> holds.add(value);
                case "lacks" -> lacks.add(value);
                default -> exact.put(key, value);
            }
        }
        return new Expected.Read(exact, holds, lacks);
    }

    /** Each line ends with CR LF; the empty line before the next message is not part of this one. */
    private static byte[] bytes(String text) {
        var content = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        var joined = new StringBuilder();
        for (var line : content.split("\n", -1)) {
            if (SHORT.containsKey(line)) {
                joined.append(SHORT.get(line));
            } else if (line.endsWith("\\") && !line.endsWith("\\\\")) {
                joined.append(line, 0, line.length() - 1);
            } else {
                joined.append(line).append("\r\n");
            }
        }
        return unescaped(joined.toString());
    }

    private static byte[] unescaped(String text) {
        var bytes = new ByteArrayOutputStream();
        var at = 0;
        for (var next = text.indexOf('\\'); next >= 0 && next + 1 < text.length(); next = text.indexOf('\\', at)) {
            bytes.writeBytes(text.substring(at, next).getBytes(StandardCharsets.UTF_8));
            var c = text.charAt(next + 1);
            at = next + (c == 'x' ? 4 : 2);
            bytes.write(
                    switch (c) {
                        case 'r' -> '\r';
                        case 'n' -> '\n';
                        case 't' -> '\t';
                        case '0' -> 0;
                        case 'x' -> HexFormat.fromHexDigits(text, next + 2, next + 4);
                        default -> c;
                    });
        }
        bytes.writeBytes(text.substring(at).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
