package io.tenth.assistant.mcp;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Revision 2026-07-28: no handshake, each result says that it is whole, for how long it may be kept, and who gave it. The library
 * does not speak it; what is offered is the same, so it is asked, and its answers are put into the newer form.
 */
final class Modern {

    private static final String DISCOVER = "server/discover";
    private static final String SERVER = "io.modelcontextprotocol/serverInfo";

    /** Error of the revisions before, for an address that nothing stands at. */
    private static final int NO_RESOURCE = -32002;

    private static final int FIVE_MINUTES = 300_000;

    /** For how many milliseconds an answer may be kept, where it may be. */
    private static final Map<String, Integer> KEPT = Map.of(
            DISCOVER,
            FIVE_MINUTES,
            "tools/list",
            FIVE_MINUTES,
            "prompts/list",
            FIVE_MINUTES,
            "resources/list",
            FIVE_MINUTES,
            "resources/templates/list",
            FIVE_MINUTES,
            "resources/read",
            0);

    private static final Set<String> METHODS = Set.of(
            "tools/list",
            "tools/call",
            "prompts/list",
            "prompts/get",
            "resources/list",
            "resources/templates/list",
            "resources/read");

    private final Wire wire;

    Modern(Wire wire) {
        this.wire = wire;
    }

    Reply answer(Message message, Caller caller) throws Refusal {
        var id = message.id();
        if (id == null) {
            return Reply.taken();
        }
        if (message.method().equals(DISCOVER)) {
            return new Reply(Reply.OK, whole(answer(id, discovered()), DISCOVER), null);
        }
        if (!METHODS.contains(message.method())) {
            throw new Refusal(Reply.MISSING, Refusal.NO_METHOD, "Method not found");
        }
        var client = message.meta().path("io.modelcontextprotocol/clientInfo").path("name");
        var answer =
                wire.ask(message, id, caller.calledBy(client.asString(null)).context());
        return new Reply(Reply.OK, whole(answer, message.method()), null);
    }

    private static ObjectNode whole(ObjectNode answer, String method) {
        if (answer.get("result") instanceof ObjectNode result) {
            result.put("resultType", "complete");
            var kept = KEPT.get(method);
            if (kept != null) {
                result.put("ttlMs", kept).put("cacheScope", "private");
            }
            result.withObjectProperty(Message.META).set(SERVER, Offer.server());
        } else if (answer.path("error").path("code").asInt() == NO_RESOURCE) {
            ((ObjectNode) answer.path("error")).put("code", Refusal.WRONG_PARAMETERS);
        }
        return answer;
    }

    private static ObjectNode discovered() {
        var result = JsonNodeFactory.instance.objectNode();
        var versions = result.putArray("supportedVersions");
        Revision.ALL.forEach(versions::add);
        var able = result.putObject("capabilities");
        able.putObject("tools");
        able.putObject("resources");
        able.putObject("prompts");
        return result.put("instructions", Offer.INSTRUCTIONS);
    }

    private static ObjectNode answer(JsonNode id, ObjectNode result) {
        var answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        answer.set("id", id);
        answer.set("result", result);
        return answer;
    }
}
