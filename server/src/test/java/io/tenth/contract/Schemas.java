package io.tenth.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tenth.assistant.Described;
import io.tenth.shared.Change;
import io.tenth.shared.Page;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of the records that the API takes and gives, each under one name: {@code Answer} of {@code TaskApi} is
 * {@code TaskAnswer}. What the code marks {@link Nullable} may be null; a taken record knows no other fields than its own.
 */
final class Schemas {

    /** Which way a record goes. */
    enum Way {
        TAKEN,
        GIVEN
    }

    private static final Map<Class<?>, ObjectNode> SIMPLE = Map.ofEntries(
            Map.entry(String.class, Yaml.object("type", "string")),
            Map.entry(ObjectNode.class, Yaml.object("type", "object").put("additionalProperties", true)),
            Map.entry(UUID.class, Yaml.object("type", "string").put("format", "uuid")),
            Map.entry(Instant.class, Yaml.object("type", "string").put("format", "date-time")),
            Map.entry(LocalDate.class, Yaml.object("type", "string").put("format", "date")),
            Map.entry(BigDecimal.class, Yaml.object("type", "number")),
            Map.entry(double.class, Yaml.object("type", "number")),
            Map.entry(Double.class, Yaml.object("type", "number")),
            Map.entry(int.class, Yaml.object("type", "integer").put("format", "int32")),
            Map.entry(Integer.class, Yaml.object("type", "integer").put("format", "int32")),
            Map.entry(long.class, Yaml.object("type", "integer").put("format", "int64")),
            Map.entry(Long.class, Yaml.object("type", "integer").put("format", "int64")),
            Map.entry(boolean.class, Yaml.object("type", "boolean")),
            Map.entry(Boolean.class, Yaml.object("type", "boolean")));

    private final JavaDocs docs;
    private final Map<String, ObjectNode> named = new TreeMap<>();
    private final Map<String, String> owners = new HashMap<>();

    Schemas(JavaDocs docs) {
        this.docs = docs;
    }

    /** All that were asked for, by name. */
    Map<String, ObjectNode> named() {
        return named;
    }

    ObjectNode of(AnnotatedType type, Way way) {
        var schema = ofNonNull(type, way);
        return isNullable(type) ? orNull(schema) : schema;
    }

    private ObjectNode ofNonNull(AnnotatedType type, Way way) {
        var raw = rawTypeOf(type);
        if (SIMPLE.containsKey(raw)) {
            return SIMPLE.get(raw).deepCopy();
        }
        if (raw.isEnum()) {
            return enumeration(raw);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            var list = Yaml.object("type", "array");
            list.set("items", of(argument(type, 0), way));
            return list;
        }
        if (Map.class.isAssignableFrom(raw)) {
            var map = Yaml.object("type", "object");
            map.set("additionalProperties", of(argument(type, 1), way));
            return map;
        }
        if (raw == Change.class) {
            return of(argument(type, 0), way);
        }
        if (raw == Page.class) {
            return page(argument(type, 0));
        }
        if (raw.isRecord()) {
            return Yaml.reference("schemas", record(raw, way));
        }
        throw new AssertionError("The contract has no schema for " + type);
    }

    private ObjectNode page(AnnotatedType item) {
        var name = nameOf(rawTypeOf(item)) + "Page";
        var page = Yaml.object("type", "object").put("description", "A page of a list.");
        var fields = page.putObject("properties");
        fields.putObject("items").put("type", "array").set("items", of(item, Way.GIVEN));
        var cursor = orNull(Yaml.object("type", "string"));
        fields.set("next_cursor", cursor.put("description", "Where the next page begins; null on the last one."));
        page.putArray("required").add("items").add("next_cursor");
        named.put(name, page);
        return Yaml.reference("schemas", name);
    }

    private String record(Class<?> type, Way way) {
        var name = nameOf(type);
        var owner = owners.putIfAbsent(name, type.getName() + way);
        if (owner == null) {
            named.put(name, object(type, way));
        } else if (!owner.equals(type.getName() + way)) {
            throw new AssertionError("Two schemas want the name " + name + ": " + owner + " and " + type + way);
        }
        return name;
    }

    private ObjectNode object(Class<?> type, Way way) {
        var object = Yaml.object("type", "object");
        if (!docs.of(type).isEmpty()) {
            object.put("description", docs.of(type));
        }
        var fields = object.putObject("properties");
        var required = object.putArray("required");
        fieldsOf(type).forEach(field -> {
            var name = JavaDocs.onTheWire(field.getName());
            var schema = of(field.getAnnotatedType(), way);
            var said = said(field);
            fields.set(name, said.isEmpty() ? schema : schema.put("description", said));
            if (isRequired(field, way)) {
                required.add(name);
            }
        });
        if (required.isEmpty()) {
            object.remove("required");
        }
        return way == Way.TAKEN ? object.put("additionalProperties", false) : object;
    }

    /** What a tool describes, for models as well, it describes once. */
    private String said(RecordComponent field) {
        var described = field.getAnnotation(Described.class);
        return described == null ? docs.ofComponent(field.getDeclaringRecord(), field.getName()) : described.value();
    }

    /** Its components, and those of a record that is laid open in it. */
    private static Stream<RecordComponent> fieldsOf(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .flatMap(field -> field.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? fieldsOf(field.getType())
                        : Stream.of(field));
    }

    private static boolean isRequired(RecordComponent field, Way way) {
        return switch (way) {
            case TAKEN -> field.getType() != Change.class && !isNullable(field.getAnnotatedType());
            case GIVEN ->
                !field.getAccessor().isAnnotationPresent(JsonInclude.class)
                        && !field.getDeclaringRecord().isAnnotationPresent(JsonInclude.class);
        };
    }

    private static ObjectNode enumeration(Class<?> type) {
        var schema = Yaml.object("type", "string");
        var values = schema.putArray("enum");
        Stream.of(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .forEach(values::add);
        return schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("$ref")) {
            var either = Yaml.object();
            either.putArray("anyOf").add(schema).add(Yaml.object("type", "null"));
            return either;
        }
        var type = schema.required("type").asString();
        schema.putArray("type").add(type).add("null");
        if (schema.get("enum") instanceof ArrayNode values) {
            values.addNull();
        }
        return schema;
    }

    private static String nameOf(Class<?> type) {
        var outer = type.getEnclosingClass();
        if (outer == null) {
            return type.getSimpleName();
        }
        var prefix = outer.getEnclosingClass() == null ? outer.getSimpleName().replaceFirst("Api$", "") : nameOf(outer);
        return type.getSimpleName().startsWith(prefix) ? type.getSimpleName() : prefix + type.getSimpleName();
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static AnnotatedType argument(AnnotatedType type, int number) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[number];
    }

    static Class<?> rawTypeOf(AnnotatedType type) {
        return switch (type.getType()) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> throw new AssertionError("The contract has no schema for " + type);
        };
    }
}
