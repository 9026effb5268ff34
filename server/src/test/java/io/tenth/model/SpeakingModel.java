package io.tenth.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for a service that streams chat completions and calls tools: refuses what that refuses by its published rules, and
 * otherwise answers as a test has it.
 */
public final class SpeakingModel implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> KEYWORDS = Set.of(
            "type",
            "properties",
            "required",
            "items",
            "enum",
            "additionalProperties",
            "description",
            "format",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private volatile Conduct conduct = (request, wire) -> wire.says("Hello.");

    /** What it does with a request that keeps to the rules. */
    @FunctionalInterface
    public interface Conduct {
        void answer(JsonNode request, Wire wire) throws IOException;
    }

    public SpeakingModel() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1");
    }

    public void conduct(Conduct other) {
        conduct = other;
    }

    /** The bodies that it was sent. */
    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    public void forget() {
        requests.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** What came of the tools that it called in this turn, the last first. */
    public static List<String> results(JsonNode request) {
        var results = new ArrayList<String>();
        request.path("messages").forEach(message -> {
            if (message.path("role").asString().equals("tool")) {
                results.addFirst(message.path("content").asString());
            }
        });
        return results;
    }

    /** The way back. */
    public static final class Wire {

        private final HttpExchange exchange;

        private Wire(HttpExchange exchange) {
            this.exchange = exchange;
        }

        public HttpExchange exchange() {
            return exchange;
        }

        /** The whole of an answer without calls. */
        public void says(String text) throws IOException {
            text(text);
            finish("stop");
        }

        public void text(String piece) throws IOException {
            delta(Map.of("content", piece), null);
        }

        public void call(int index, String name, String arguments) throws IOException {
            delta(
                    Map.of(
                            "tool_calls",
                            List.of(Map.of(
                                    "index",
                                    index,
                                    "id",
                                    "model-" + index,
                                    "type",
                                    "function",
                                    "function",
                                    Map.of("name", name, "arguments", arguments)))),
                    null);
        }

        public void arguments(int index, String piece) throws IOException {
            delta(Map.of("tool_calls", List.of(Map.of("index", index, "function", Map.of("arguments", piece)))), null);
        }

        public void finish(String reason) throws IOException {
            delta(Map.of(), reason);
            raw(
                    "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":90,\"completion_tokens\":10,\"total_tokens\":100}}\n\n");
            raw("data: [DONE]\n\n");
        }

        /** One call, and nothing else. */
        public void calls(String name, String arguments) throws IOException {
            call(0, name, arguments);
            finish("tool_calls");
        }

        public void raw(String bytes) throws IOException {
            if (exchange.getResponseCode() < 0) {
                exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(200, 0);
            }
            exchange.getResponseBody().write(bytes.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }

        public void status(int status) throws IOException {
            FakeModel.answer(exchange, status, "{\"error\":{\"message\":\"no\"}}");
        }

        private void delta(Map<String, ?> delta, @Nullable String reason) throws IOException {
            var choice = JSON.createObjectNode().put("index", 0).put("finish_reason", reason);
            choice.set("delta", JSON.valueToTree(delta));
            var chunk = JSON.createObjectNode().put("id", "chatcmpl-1").put("object", "chat.completion.chunk");
            chunk.putArray("choices").add(choice);
            raw("data: " + chunk + "\n\n");
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            requests.add(request);
            var improper = improper(request);
            if (!("Bearer " + FakeModel.KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                FakeModel.answer(exchange, 401, "{}");
            } else if (!improper.isEmpty()) {
                FakeModel.answer(exchange, 400, improper);
            } else {
                conduct.answer(request, new Wire(exchange));
            }
        } catch (IOException theOtherHasGone) {
            exchange.close();
        }
    }

    private static String improper(JsonNode request) {
        if (!request.path("model").asString("").equals(FakeModel.NAME)
                || !request.path("stream").asBoolean(false)
                || !request.path("messages").path(0).path("role").asString("").equals("system")) {
            return "no streamed chat completion";
        }
        for (var tool : request.path("tools")) {
            var function = tool.path("function");
            if (!function.path("strict").asBoolean(false)
                    || !function.path("name").asString("").matches("[a-zA-Z0-9_-]{1,64}")
                    || !isStrict(function.path("parameters"))) {
                return "no strict function: " + function.path("name").asString("");
            }
        }
        return dangling(request.path("messages"));
    }

    /** Each result follows the call that it is of, and each call has one. */
    private static String dangling(JsonNode messages) {
        var open = new HashSet<String>();
        for (var message : messages) {
            if (message.path("role").asString("").equals("tool")) {
                if (!open.remove(message.path("tool_call_id").asString(""))) {
                    return "a result without a call";
                }
            } else if (!open.isEmpty()) {
                return "a call without a result";
            }
            message.path("tool_calls").forEach(call -> open.add(call.path("id").asString("")));
        }
        return open.isEmpty() ? "" : "a call without a result";
    }

    private static boolean isStrict(JsonNode schema) {
        if (!KEYWORDS.containsAll(schema.propertyNames())) {
            return false;
        }
        var type = schema.path("type");
        if (type.isString() && type.stringValue().equals("object")) {
            var required = new HashSet<String>();
            schema.path("required").forEach(name -> required.add(name.asString()));
            return schema.path("additionalProperties").isBoolean()
                    && !schema.path("additionalProperties").booleanValue()
                    && required.equals(Set.copyOf(schema.path("properties").propertyNames()))
                    && schema.path("properties").values().stream().allMatch(SpeakingModel::isStrict);
        }
        return (type.isString() || type.isArray())
                && (schema.path("items").isMissingNode() || isStrict(schema.path("items")));
    }
}
