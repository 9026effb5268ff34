package io.tenth.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A mailbox of any size in which every tenth message says that time was worked. */
final class Mailbox {

    /** The day of the first messages. */
    static final String DAY = "2026-03-02";

    private static final OffsetDateTime FIRST = OffsetDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneOffset.UTC);

    private static final String QUOTED = "> This is what was said before, in letters that were sent long ago.\n";

    private Mailbox() {}

    /** How many entries {@link #write} puts into a mailbox of so many messages. */
    static int entriesIn(int messages) {
        return messages / 10;
    }

    /** The same with messages of some fifty kilobytes, so that their scan takes a while. */
    static Path writeLong(Path file, int messages) throws IOException {
        return write(file, messages, QUOTED.repeat(700));
    }

    static Path write(Path file, int messages) throws IOException {
        return write(file, messages, "");
    }

    /** One of its messages by itself, of some ten kilobytes. */
    static String message(int number, OffsetDateTime sent) {
        return message(number, sent, QUOTED.repeat(150));
    }

    private static Path write(Path file, int messages, String quoted) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            for (var number = 1; number <= messages; number++) {
                out.write("From owner@firm.example Mon Mar  2 09:00:00 2026\n");
                out.write(message(number, FIRST.plusMinutes(number), quoted));
            }
        }
        return file;
    }

    private static String message(int number, OffsetDateTime sent, String quoted) {
        var body = number % 10 == 0
                ? "Spent " + (number % 7 + 1) + ".5 hours today reviewing the Harrow lease, draft " + number + "."
                : "Thank you, the documents of part " + number + " have arrived and I will look at them.";
        return """
                Message-ID: <%d@firm.example>
                Date: %s
                From: The Owner <owner@firm.example>
                To: Client <client@harrow.example>
                Subject: Harrow lease, part %d
                Content-Type: text/plain; charset=utf-8

                %s

                %s
                """.formatted(number, DateTimeFormatter.RFC_1123_DATE_TIME.format(sent), number, body, quoted);
    }
}
