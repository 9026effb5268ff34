package io.tenth.assistant.talk;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person is shown of a tool's result, and what is kept of it: all, or of a long one the beginning of its lists. */
final class Shown {

    /** What the words of a result end with where nothing else of it is shown. */
    static final String TOO_LONG = " It is too long to be shown here.";

    private static final int LONGEST = 200_000;
    private static final int MOST_ITEMS = 50;
    private static final String OMITTED = "omitted";

    private Shown() {}

    /** The result within so many characters of JSON, or null. How many items of its lists are left out is added to its "omitted". */
    static JsonNode of(JsonNode whole, int room) {
        var most = Math.min(LONGEST, room);
        if (whole.toString().length() <= most) {
            return whole;
        }
        if (whole instanceof ObjectNode result) {
            var beginning = beginning(result);
            return beginning.toString().length() <= most ? beginning : NullNode.instance;
        }
        return NullNode.instance;
    }

    private static ObjectNode beginning(ObjectNode result) {
        var beginning = result.objectNode();
        var omitted = result.path(OMITTED).asInt(0);
        for (var one : result.properties()) {
            beginning.set(one.getKey(), one.getValue() instanceof ArrayNode items ? first(items) : one.getValue());
            omitted += one.getValue() instanceof ArrayNode items ? Math.max(0, items.size() - MOST_ITEMS) : 0;
        }
        return beginning.put(OMITTED, omitted);
    }

    private static ArrayNode first(ArrayNode items) {
        var first = items.arrayNode();
        for (var item : items) {
            if (first.size() < MOST_ITEMS) {
                first.add(item);
            }
        }
        return first;
    }
}
