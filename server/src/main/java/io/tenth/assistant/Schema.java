package io.tenth.assistant;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON schema of a record, in the strict form that model services demand: no field but those named, each of them required, and
 * null where nothing is said. Nested records stand in place. The same record gives the same bytes each time.
 */
final class Schema {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Map<Class<?>, Simple> SIMPLE = Map.ofEntries(
            Map.entry(String.class, new Simple("string", null)),
            Map.entry(UUID.class, new Simple("string", "uuid")),
            Map.entry(Instant.class, new Simple("string", "date-time")),
            Map.entry(LocalDate.class, new Simple("string", "date")),
            Map.entry(BigDecimal.class, new Simple("number", null)),
            Map.entry(double.class, new Simple("number", null)),
            Map.entry(int.class, new Simple("integer", null)),
            Map.entry(Integer.class, new Simple("integer", null)),
            Map.entry(long.class, new Simple("integer", null)),
            Map.entry(Long.class, new Simple("integer", null)),
            Map.entry(boolean.class, new Simple("boolean", null)),
            Map.entry(Boolean.class, new Simple("boolean", null)));

    private Schema() {}

    private record Simple(String type, @Nullable String format) {

        ObjectNode schema() {
            var schema = typed(type);
            return format == null ? schema : schema.put("format", format);
        }
    }

    /** The schema of a record. */
    static ObjectNode of(Class<?> type) {
        var schema = typed("object");
        var fields = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var field : type.getRecordComponents()) {
            fields.set(nameOf(field), of(field));
            required.add(nameOf(field));
        }
        return schema.put("additionalProperties", false);
    }

    /** The name of a field on the wire. */
    static String nameOf(RecordComponent field) {
        return HUMP.matcher(field.getName()).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /** What is said of a field; empty where nothing is. */
    static Optional<Described> said(RecordComponent field) {
        return Optional.ofNullable(field.getAnnotation(Described.class));
    }

    private static ObjectNode of(RecordComponent field) {
        var schema = of(field.getAnnotatedType());
        said(field).ifPresent(said -> {
            limit(schema, said);
            schema.put("description", said.value());
        });
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class) ? orNull(schema) : schema;
    }

    private static ObjectNode of(AnnotatedType type) {
        var raw = rawTypeOf(type);
        if (SIMPLE.containsKey(raw)) {
            return SIMPLE.get(raw).schema();
        }
        if (raw.isEnum()) {
            return oneOf(
                    typed("string"),
                    Stream.of(raw.getEnumConstants())
                            .map(one -> ((Enum<?>) one).name().toLowerCase(Locale.ROOT)));
        }
        if (raw == List.class) {
            var list = typed("array");
            list.set("items", of(((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0]));
            return list;
        }
        if (raw.isRecord()) {
            return of(raw);
        }
        throw new IllegalStateException("a tool has a field of a type that no schema knows: " + type);
    }

    private static void limit(ObjectNode schema, Described said) {
        var type = schema.path("type").asString();
        if (said.words().length > 0) {
            oneOf(type.equals("array") ? schema.required("items").asObject() : schema, Stream.of(said.words()));
        }
        switch (type) {
            case "integer", "number" -> range(schema, said, "minimum", "maximum");
            case "array" -> range(schema, said, "minItems", "maxItems");
            default -> {}
        }
    }

    /** The length of a text is not among it: strict mode knows no such word. {@link Arguments} holds texts to it. */
    private static void range(ObjectNode schema, Described said, String least, String most) {
        if (Double.isFinite(said.least())) {
            schema.put(least, plain(said.least()));
        }
        if (Double.isFinite(said.most())) {
            schema.put(most, plain(said.most()));
        }
    }

    private static BigDecimal plain(double number) {
        return new BigDecimal(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    }

    private static ObjectNode oneOf(ObjectNode schema, Stream<String> words) {
        var all = schema.putArray("enum");
        words.forEach(all::add);
        return schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        var type = schema.required("type").asString();
        schema.putArray("type").add(type).add("null");
        if (schema.get("enum") instanceof ArrayNode words) {
            words.addNull();
        }
        return schema;
    }

    private static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }

    private static Class<?> rawTypeOf(AnnotatedType type) {
        return type.getType() instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : (Class<?>) type.getType();
    }
}
