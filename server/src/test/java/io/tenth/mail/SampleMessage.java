package io.tenth.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** A message that somebody sent, as the bytes of it. */
public final class SampleMessage {

    private SampleMessage() {}

    public static byte[] of(String subject, Instant sentAt) {
        return """
                Date: %s\r
                From: Dana Reyes <dana@firm.example>\r
                To: Lee Park <lee@client.example>\r
                Subject: %s\r
                Message-ID: <%s@firm.example>\r
                MIME-Version: 1.0\r
                Content-Type: text/plain; charset=utf-8\r
                Content-Transfer-Encoding: 8bit\r
                \r
                It took 1.5 hours, für Ängström.\r
                """.formatted(
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(sentAt.atOffset(ZoneOffset.UTC)),
                        subject,
                        UUID.randomUUID())
                .getBytes(StandardCharsets.UTF_8);
    }
}
