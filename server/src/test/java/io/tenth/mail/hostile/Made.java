package io.tenth.mail.hostile;

import io.tenth.mail.hostile.HostileMessage.Expected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Words for writing messages that are made by rule; a character of their text is a byte of the message. */
final class Made {

    static final String DATE = "Date: Fri, 20 Mar 2026 17:17:00 -0500\r\n";
    static final String HEAD = DATE + "From: Dana Reyes <dana@firm.example>\r\nSubject: Work\r\n";

    private Made() {}

    static HostileMessage message(String kind, String name, Supplier<String> text, Expected expected) {
        return new HostileMessage(kind, name, () -> text.get().getBytes(StandardCharsets.ISO_8859_1), expected);
    }

    static Expected refused(String reason) {
        return new Expected.Refused(reason);
    }

    static Expected read(String what, String value) {
        return new Expected.Read(Map.of(what, value), List.of(), List.of());
    }

    static Expected holding(String piece) {
        return new Expected.Read(Map.of(), List.of(piece), List.of());
    }

    /** A message with one header more, and the text {@code hello}. */
    static String withField(String field) {
        return HEAD + field + "\r\n\r\nhello";
    }

    static String multipart(String parts) {
        return HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + parts + "--b--\r\n";
    }
}
