package io.tenth.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A line of standard input as a JSON object: an id and fields of text. Other fields are passed over.
 *
 * <p>The id may be any scalar; it is known for the answer even where the line breaks off after it.
 */
final class LineFields {

    private final List<String> required;
    private final List<String> optional;
    private final Map<String, String> texts = new HashMap<>();
    private JsonScalar id = JsonScalar.NULL;
    private boolean hasId;
    private Optional<String> fault = Optional.empty();

    private LineFields(List<String> required, List<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    /** Reads a line that must have the required fields and may have the optional ones. */
    static LineFields read(byte[] line, List<String> required, List<String> optional) {
        var fields = new LineFields(required, optional);
        fields.read(line);
        return fields;
    }

    JsonScalar id() {
        return id;
    }

    /** Why the line is refused; empty where it has all that it must have. */
    Optional<String> fault() {
        return fault;
    }

    /** The text of a required field of a line without a fault. */
    String text(String field) {
        return Objects.requireNonNull(texts.get(field), field);
    }

    Optional<String> optional(String field) {
        return Optional.ofNullable(texts.get(field));
    }

    private void read(byte[] line) {
        try (JsonParser parser = Json.parser(line)) {
            fault = readObject(parser).or(this::missing);
        } catch (JacksonException refused) {
            int column =
                    refused.getLocation() == null ? 0 : refused.getLocation().getColumnNr();
            fault = Optional.of("the line is not valid JSON near column " + column);
        }
    }

    /** Reads to the end of the line even after a fault, since the id may come last; returns the first fault. */
    private Optional<String> readObject(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Optional.of("the line is not a JSON object");
        }
        Optional<String> first = Optional.empty();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            Optional<String> found = readField(parser, field, value);
            first = first.or(() -> found);
        }
        return parser.nextToken() == null ? first : Optional.of("the line holds more than one JSON value");
    }

    private Optional<String> readField(JsonParser parser, String field, JsonToken value) {
        boolean known = required.contains(field) || optional.contains(field);
        if (field.equals("id") && value.isScalarValue()) {
            id = JsonScalar.at(parser);
            hasId = true;
        } else if (known && value == JsonToken.VALUE_STRING) {
            texts.put(field, parser.getString());
        } else {
            parser.skipChildren();
            return faultOfKind(field, known);
        }
        return Optional.empty();
    }

    private static Optional<String> faultOfKind(String field, boolean known) {
        if (field.equals("id")) {
            return Optional.of("\"id\" must be a string, a number, a boolean or null");
        }
        return known ? Optional.of(quoted(field) + " must be a string") : Optional.empty();
    }

    private Optional<String> missing() {
        if (!hasId) {
            return Optional.of("\"id\" is missing");
        }
        return required.stream()
                .filter(field -> !texts.containsKey(field))
                .findFirst()
                .map(field -> quoted(field) + " is missing");
    }

    private static String quoted(String field) {
        return "\"" + field + "\"";
    }
}
