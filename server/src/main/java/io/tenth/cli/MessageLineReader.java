package io.tenth.cli;

import io.tenth.extraction.BodyFormat;
import io.tenth.extraction.SentMessage;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the line that {@code extract} takes: {@code {"id","from","to","subject","sent_at","content_type","body"}}.
 *
 * <p>All fields are required, other fields are passed over. The id may be any scalar; it is known for the answer even
 * where the line breaks off after it.
 */
final class MessageLineReader {

    private static final List<String> TEXT_FIELDS = List.of("from", "to", "subject", "sent_at", "content_type", "body");

    private static final Map<String, BodyFormat> FORMATS =
            Map.of("text/plain", BodyFormat.PLAIN, "text/html", BodyFormat.HTML);

    private JsonScalar id = JsonScalar.NULL;
    private boolean hasId;
    private final Map<String, String> texts = new HashMap<>();

    private MessageLineReader() {}

    static MessageLine read(byte[] line) {
        return new MessageLineReader().message(line);
    }

    private MessageLine message(byte[] line) {
        try (JsonParser parser = Json.parser(line)) {
            Optional<String> error = readObject(parser).or(this::fault);
            return error.isPresent() ? new MessageLine.Refused(id, error.get()) : message();
        } catch (JacksonException refused) {
            int column =
                    refused.getLocation() == null ? 0 : refused.getLocation().getColumnNr();
            return new MessageLine.Refused(id, "the line is not valid JSON near column " + column);
        }
    }

    /** Reads to the end of the line even after a fault, since the id may come last; returns the first fault. */
    private Optional<String> readObject(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Optional.of("the line is not a JSON object");
        }
        Optional<String> fault = Optional.empty();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            Optional<String> found = readField(parser, field, value);
            fault = fault.or(() -> found);
        }
        return parser.nextToken() == null ? fault : Optional.of("the line holds more than one JSON value");
    }

    private Optional<String> readField(JsonParser parser, String field, JsonToken value) {
        if (field.equals("id") && value.isScalarValue()) {
            id = JsonScalar.at(parser);
            hasId = true;
        } else if (TEXT_FIELDS.contains(field) && value == JsonToken.VALUE_STRING) {
            texts.put(field, parser.getString());
        } else {
            parser.skipChildren();
            return faultOfKind(field);
        }
        return Optional.empty();
    }

    private static Optional<String> faultOfKind(String field) {
        if (field.equals("id")) {
            return Optional.of("\"id\" must be a string, a number, a boolean or null");
        }
        return TEXT_FIELDS.contains(field) ? Optional.of(quoted(field) + " must be a string") : Optional.empty();
    }

    /** What is wrong with the fields as a whole. */
    private Optional<String> fault() {
        if (!hasId) {
            return Optional.of("\"id\" is missing");
        }
        Optional<String> missing =
                TEXT_FIELDS.stream().filter(field -> !texts.containsKey(field)).findFirst();
        return missing.map(field -> quoted(field) + " is missing").or(this::faultOfValue);
    }

    private Optional<String> faultOfValue() {
        if (sentAt().isEmpty()) {
            return Optional.of(
                    "\"sent_at\" must be a time in RFC 3339 with its offset, such as 2026-03-10T17:05:00-05:00");
        }
        return FORMATS.containsKey(text("content_type"))
                ? Optional.empty()
                : Optional.of("\"content_type\" must be \"text/plain\" or \"text/html\"");
    }

    private MessageLine message() {
        return new MessageLine.Message(
                id,
                new SentMessage(
                        text("from"),
                        text("to"),
                        text("subject"),
                        sentAt().orElseThrow(),
                        Objects.requireNonNull(FORMATS.get(text("content_type"))),
                        text("body")));
    }

    private Optional<OffsetDateTime> sentAt() {
        try {
            return Optional.of(OffsetDateTime.parse(text("sent_at")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String text(String field) {
        return Objects.requireNonNull(texts.get(field), field);
    }

    private static String quoted(String field) {
        return "\"" + field + "\"";
    }
}
