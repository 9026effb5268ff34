package io.tenth.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Holds a value against a schema of the document and names what does not fit. It knows the words that {@link Schemas} writes, and
 * is stricter than they are in one point: a field that the schema does not name never fits.
 */
final class SchemaCheck {

    private final JsonNode document;

    SchemaCheck(JsonNode document) {
        this.document = document;
    }

    /** What does not fit; empty where all does. */
    Stream<String> misfits(JsonNode value, JsonNode schema, String place) {
        if (schema.has("$ref")) {
            return misfits(value, resolved(schema), place);
        }
        if (schema.has("anyOf")) {
            return value.isNull()
                    ? Stream.empty()
                    : misfits(value, schema.required("anyOf").required(0), place);
        }
        if (typesOf(schema).noneMatch(type -> isOf(type, value))) {
            return Stream.of(place + " is " + value.getNodeType() + " and not " + schema.path("type"));
        }
        return switch (value.getNodeType()) {
            case OBJECT -> object(value, schema, place);
            case ARRAY ->
                IntStream.range(0, value.size())
                        .boxed()
                        .flatMap(at -> misfits(value.required(at), schema.required("items"), place + "[" + at + "]"));
            case STRING -> text(value.asString(), schema, place);
            default -> Stream.empty();
        };
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? document.requiredAt(node.required("$ref").asString().substring(1))
                : node;
    }

    private Stream<String> object(JsonNode value, JsonNode schema, String place) {
        var missing = elements(schema.path("required"))
                .map(JsonNode::asString)
                .filter(name -> !value.has(name))
                .map(name -> place + "." + name + " is missing");
        if (schema.path("additionalProperties").asBoolean(false)) {
            return missing;
        }
        var fields = value.propertyStream().flatMap(field -> {
            var known = schema.path("properties").path(field.getKey());
            var rest = known.isMissingNode() ? schema.path("additionalProperties") : known;
            return rest.isObject()
                    ? misfits(field.getValue(), rest, place + "." + field.getKey())
                    : Stream.of(place + "." + field.getKey() + " is not in the document");
        });
        return Stream.concat(missing, fields);
    }

    private static Stream<String> text(String value, JsonNode schema, String place) {
        if (schema.has("enum")
                && elements(schema.required("enum"))
                        .noneMatch(word -> word.asString("").equals(value))) {
            return Stream.of(place + " is not one of " + schema.required("enum"));
        }
        var format = schema.path("format").asString("");
        return hasFormat(format, value) ? Stream.empty() : Stream.of(place + " is no " + format);
    }

    private static boolean hasFormat(String format, String value) {
        try {
            return switch (format) {
                case "uuid" -> UUID.fromString(value).toString().equals(value);
                case "date" -> LocalDate.parse(value).toString().equals(value);
                case "date-time" -> !Instant.parse(value).equals(Instant.MIN);
                default -> true;
            };
        } catch (DateTimeParseException | IllegalArgumentException wrong) {
            return false;
        }
    }

    private static Stream<String> typesOf(JsonNode schema) {
        var type = schema.required("type");
        return type.isArray() ? elements(type).map(JsonNode::asString) : Stream.of(type.asString());
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> value.isNull();
        };
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
