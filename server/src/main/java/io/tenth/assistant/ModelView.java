package io.tenth.assistant;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model that can call tools is shown of a result: its typed fields without those whose words come {@link FromMail}, with
 * texts and lists cut; names {@link OfDirectory} are short lines. A list that was cut has a neighbour that says how many items were
 * left out.
 */
final class ModelView {

    /** The longest text, in code points. */
    static final int LONGEST = 200;

    /** The longest list. */
    static final int MOST_ITEMS = 50;

    private static final String LEFT_OUT = "_left_out";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ModelView() {}

    /** The view of a result, given as JSON. */
    static ObjectNode of(Class<?> type, JsonNode whole) {
        var view = JSON.objectNode();
        shown(type).forEach(field -> put(field, whole.path(Schema.nameOf(field)), view));
        return view;
    }

    /** The schema of the views of a type of result. */
    static ObjectNode schemaOf(Class<?> type) {
        return narrowed(type, Schema.of(type));
    }

    private static void put(RecordComponent field, JsonNode whole, ObjectNode view) {
        var name = Schema.nameOf(field);
        if (field.isAnnotationPresent(OfDirectory.class) && whole.isString()) {
            view.put(name, OneLine.name(whole.asString()));
            return;
        }
        if (!whole.isArray()) {
            view.set(name, value(field.getType(), whole));
            return;
        }
        var items = view.putArray(name);
        whole.valueStream().limit(MOST_ITEMS).forEach(item -> items.add(value(itemOf(field), item)));
        if (whole.size() > MOST_ITEMS) {
            view.put(name + LEFT_OUT, whole.size() - MOST_ITEMS);
        }
    }

    private static JsonNode value(Class<?> type, JsonNode whole) {
        if (whole.isObject()) {
            return of(type, whole);
        }
        return whole.isString() ? JSON.stringNode(OneLine.cut(whole.asString(), LONGEST)) : whole;
    }

    private static ObjectNode narrowed(Class<?> type, ObjectNode schema) {
        var whole = schema.required("properties");
        var fields = schema.putObject("properties");
        var required = schema.putArray("required");
        shown(type).forEach(field -> {
            var name = Schema.nameOf(field);
            fields.set(name, narrowed(field, whole.required(name).asObject()));
            required.add(name);
            if (isList(field)) {
                fields.putObject(name + LEFT_OUT)
                        .put("type", "integer")
                        .put("description", "How many more there are; absent where all are shown.");
            }
        });
        return schema;
    }

    private static ObjectNode narrowed(RecordComponent field, ObjectNode schema) {
        if (field.getType().isRecord()) {
            return narrowed(field.getType(), schema);
        }
        if (isList(field) && itemOf(field).isRecord()) {
            schema.set("items", narrowed(itemOf(field), schema.required("items").asObject()));
        }
        return schema;
    }

    private static Stream<RecordComponent> shown(Class<?> type) {
        return Stream.of(type.getRecordComponents()).filter(field -> !field.isAnnotationPresent(FromMail.class));
    }

    private static boolean isList(RecordComponent field) {
        return field.getGenericType() instanceof ParameterizedType;
    }

    private static Class<?> itemOf(RecordComponent field) {
        return (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
    }
}
