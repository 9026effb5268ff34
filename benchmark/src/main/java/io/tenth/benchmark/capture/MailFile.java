package io.tenth.benchmark.capture;

import io.tenth.benchmark.MailText;
import io.tenth.extraction.SentMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;

/** Files of made-up mail, written message by message. */
final class MailFile {

    private MailFile() {}

    /** Writes an mbox file. Those of one name hold the same messages, those of another name other ones. */
    static Path write(Path file, int messages, String name) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            var number = 0;
            var mail = MailText.stream(messages).iterator();
            while (mail.hasNext()) {
                out.write(text(mail.next(), name, number++));
            }
        }
        return file;
    }

    private static String text(SentMessage message, String name, int number) {
        return """
                From paul@firm.example Tue Mar 10 17:00:00 2026
                Message-ID: <%s.%d@firm.example>
                Date: %s
                From: %s
                To: %s
                Subject: %s
                Content-Type: text/plain; charset=utf-8

                %s

                """.formatted(
                        name,
                        number,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(message.sentAt()),
                        message.from(),
                        message.to(),
                        message.subject(),
                        message.body());
    }
}
