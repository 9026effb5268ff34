package io.tenth.assistant.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The way to the library's server: hands it one message, on the thread that asks, and has its answer as JSON. The library's own
 * way over HTTP would read each message again and log what it cannot read, which may be a person's words.
 */
final class Wire implements McpStatelessServerTransport {

    private final McpJsonMapper mapper;
    private final JsonMapper json;
    private @Nullable McpStatelessServerHandler server;

    Wire(McpJsonMapper mapper, JsonMapper json) {
        this.mapper = mapper;
        this.json = json;
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler handler) {
        server = handler;
    }

    @Override
    public List<String> protocolVersions() {
        return Revision.BY_HANDSHAKE.reversed();
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    /** The answer to a request; it has a result or an error. Refuses parameters that the library cannot convert. */
    ObjectNode ask(Message message, JsonNode id, McpTransportContext context) throws Refusal {
        var response = answered(new JSONRPCRequest("2.0", message.method(), id.asString(), params(message)), context);
        Fault.release(context);
        if (response.error() != null && response.error().code() == Fault.CODE) {
            throw Refusal.ofParameters();
        }
        try {
            var answer = json.readTree(mapper.writeValueAsString(response)).asObject();
            answer.set("id", id);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException("an answer could not be written", e);
        }
    }

    void tell(Message message, McpTransportContext context) {
        server().handleNotification(context, new JSONRPCNotification("2.0", message.method(), params(message)))
                .block();
    }

    /** The library converts parameters before it asks us for anything, and calls what it cannot convert an internal error. */
    private JSONRPCResponse answered(JSONRPCRequest request, McpTransportContext context) throws Refusal {
        Mono<JSONRPCResponse> begun;
        try {
            begun = server().handleRequest(context, request);
        } catch (IllegalArgumentException notConverted) {
            throw Refusal.ofParameters();
        }
        return Objects.requireNonNull(begun.block());
    }

    private McpStatelessServerHandler server() {
        return Objects.requireNonNull(server, "the library's server was not built");
    }

    private Object params(Message message) {
        return json.convertValue(message.params(), Map.class);
    }
}
