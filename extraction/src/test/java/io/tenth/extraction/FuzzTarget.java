package io.tenth.extraction;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;

/**
 * Where the fuzzer enters: its bytes are a file of the corpus, as far as they can be read as one. CONTRIBUTING.md has the
 * command.
 */
public final class FuzzTarget {

    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-10T17:12:00-05:00");

    private FuzzTarget() {}

    /** Called by the fuzzer, by this name. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Promises.hold(message(new String(bytes, StandardCharsets.UTF_8)));
    }

    /** A text without a head is all body. */
    private static SentMessage message(String text) {
        int end = text.indexOf("\n\n");
        String head = end < 0 ? "" : text.substring(0, end + 1);
        return new SentMessage(
                field(head, "From: "),
                field(head, "To: "),
                field(head, "Subject: "),
                SENT,
                head.contains("Html: yes") ? BodyFormat.HTML : BodyFormat.PLAIN,
                text.substring(end < 0 ? 0 : end + 2));
    }

    private static String field(String head, String name) {
        int start = head.indexOf(name);
        return start < 0 ? "" : head.substring(start + name.length(), head.indexOf('\n', start));
    }
}
