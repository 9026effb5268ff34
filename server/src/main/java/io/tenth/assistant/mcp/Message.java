package io.tenth.assistant.mcp;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request or a notification of JSON-RPC.
 *
 * @param id a text or a whole number; null for a notification, which wants no answer
 * @param params an empty object where there are none
 */
record Message(@Nullable JsonNode id, String method, ObjectNode params) {

    /** Under it stands what a message says of itself. */
    static final String META = "_meta";

    private static final int DEEPEST = 32;

    /** A name that is there twice would be read as one by one and as the other by another. */
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Map<String, String> NAMED_BY =
            Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri");

    /** The methods that name what they are about. */
    static final Set<String> NAMING = NAMED_BY.keySet();

    /** Reads one. Refuses several at once, and what is no request. */
    static Message of(String body) throws Refusal {
        var read = parsed(body);
        if (read.isArray()) {
            throw new Refusal(Reply.BAD, Refusal.NO_REQUEST, "Send one message at a time.");
        }
        var method = read.path("method");
        var params = read.path("params");
        var formed = read.path("jsonrpc").asString("").equals("2.0")
                && method.isString()
                && (params.isMissingNode() || params.isObject())
                && (!read.has("id") || isId(read.path("id")));
        if (!formed) {
            throw new Refusal(Reply.BAD, Refusal.NO_REQUEST, "This is no request of JSON-RPC 2.0.");
        }
        return new Message(
                read.get("id"), method.asString(), params.isObject() ? params.asObject() : STRICT.createObjectNode());
    }

    JsonNode meta() {
        return params.path(META);
    }

    /** What the method is about: a name or an address; empty where it has none. */
    String named() {
        return params.path(NAMED_BY.getOrDefault(method, "")).asString("");
    }

    /** Refuses a request that does not name what it is about. */
    void checkName() throws Refusal {
        if (id != null && NAMING.contains(method) && named().isEmpty()) {
            throw Refusal.ofParameters();
        }
    }

    private static boolean isId(JsonNode id) {
        return id.isString() || id.isIntegralNumber();
    }

    private static JsonNode parsed(String body) throws Refusal {
        try {
            var read = STRICT.readTree(body);
            return read == null ? STRICT.missingNode() : read;
        } catch (JacksonException notJson) {
            throw new Refusal(Reply.BAD, Refusal.NOT_JSON, "The body is not JSON, or is nested too deep.");
        }
    }
}
