package io.tenth.assistant.mcp;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A message that is not answered with a result; with the codes of JSON-RPC and of the protocol. */
final class Refusal extends Exception {

    static final int NOT_JSON = -32700;
    static final int NO_REQUEST = -32600;
    static final int NO_METHOD = -32601;
    static final int WRONG_PARAMETERS = -32602;
    static final int HEADERS_DIFFER = -32020;
    static final int NO_SUCH_REVISION = -32022;

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;
    private final transient @Nullable JsonNode data;

    Refusal(int status, int code, String sentence) {
        this(status, code, sentence, null);
    }

    Refusal(int status, int code, String sentence, @Nullable JsonNode data) {
        super(sentence);
        this.status = status;
        this.code = code;
        this.data = data;
    }

    /** Of parameters that are something else than the method takes. */
    static Refusal ofParameters() {
        return new Refusal(
                Reply.OK, WRONG_PARAMETERS, "The parameters are not those of this method, or have another form.");
    }

    /** The answer to the message with an id; null where it has none that can be read. */
    Reply reply(@Nullable JsonNode id) {
        return new Reply(status, error(id, code, String.valueOf(getMessage()), data), null);
    }

    static ObjectNode error(@Nullable JsonNode id, int code, String sentence, @Nullable JsonNode data) {
        var answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        if (id != null) {
            answer.set("id", id);
        }
        var error = answer.putObject("error").put("code", code).put("message", sentence);
        if (data != null) {
            error.set("data", data);
        }
        return answer;
    }
}
