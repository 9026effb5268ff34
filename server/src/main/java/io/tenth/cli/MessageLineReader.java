package io.tenth.cli;

import io.tenth.extraction.BodyFormat;
import io.tenth.extraction.SentMessage;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the line that {@code extract} takes: {@code {"id","from","to","subject","sent_at","content_type","body"}}, all of
 * them required.
 */
final class MessageLineReader {

    private static final List<String> TEXT_FIELDS = List.of("from", "to", "subject", "sent_at", "content_type", "body");

    private static final Map<String, BodyFormat> FORMATS =
            Map.of("text/plain", BodyFormat.PLAIN, "text/html", BodyFormat.HTML);

    private final LineFields fields;

    private MessageLineReader(LineFields fields) {
        this.fields = fields;
    }

    static MessageLine read(byte[] line) {
        return new MessageLineReader(LineFields.read(line, TEXT_FIELDS, List.of())).message();
    }

    private MessageLine message() {
        Optional<String> fault = fields.fault().or(this::faultOfValue);
        return fault.isPresent()
                ? new MessageLine.Refused(fields.id(), fault.get())
                : new MessageLine.Message(fields.id(), sentMessage());
    }

    private Optional<String> faultOfValue() {
        if (sentAt().isEmpty()) {
            return Optional.of(
                    "\"sent_at\" must be a time in RFC 3339 with its offset, such as 2026-03-10T17:05:00-05:00");
        }
        return FORMATS.containsKey(fields.text("content_type"))
                ? Optional.empty()
                : Optional.of("\"content_type\" must be \"text/plain\" or \"text/html\"");
    }

    private SentMessage sentMessage() {
        return new SentMessage(
                fields.text("from"),
                fields.text("to"),
                fields.text("subject"),
                sentAt().orElseThrow(),
                Objects.requireNonNull(FORMATS.get(fields.text("content_type"))),
                fields.text("body"));
    }

    private Optional<OffsetDateTime> sentAt() {
        try {
            return Optional.of(OffsetDateTime.parse(fields.text("sent_at")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
