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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for an OpenAI-compatible service: refuses what that refuses by its published rules, of which strict schemas are the
 * sternest, and otherwise answers as a test has it, be that down, slow, garbled or hostile.
 */
public final class FakeModel implements AutoCloseable {

    public static final String KEY = "sk-test-3f9d1c7a";
    public static final String NAME = "judge-1";

    /** Agrees to everything, in the words of the question. */
    public static final Function<JsonNode, String> AGREES = passage -> verdict(passage, true, "other", "none");

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> KEYWORDS =
            Set.of("type", "properties", "required", "items", "enum", "additionalProperties");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Conduct conduct = judging(AGREES);
    private volatile Consumer<String> listener = request -> {};

    /** What it does with a request that keeps to the rules. */
    @FunctionalInterface
    public interface Conduct {
        void answer(JsonNode request, HttpExchange exchange) throws IOException;
    }

    public FakeModel() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String host() {
        return "localhost:" + port();
    }

    public URI address() {
        return URI.create("http://" + host() + "/v1");
    }

    public void conduct(Conduct other) {
        conduct = other;
    }

    /** Tells of each request from now on: its address, its headers and its body. */
    public void tellOfRequests(Consumer<String> other) {
        listener = other;
    }

    /** The bodies that it was sent. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public void forget() {
        requests.clear();
        conduct = judging(AGREES);
    }

    /** The sentences that it was shown. */
    public List<String> sentences() {
        return requests.stream()
                .map(JSON::readTree)
                .flatMap(request -> passages(request).stream())
                .map(passage -> passage.path("sentence").asString())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Answers each passage by itself. */
    public static Conduct judging(Function<JsonNode, String> judge) {
        return (request, exchange) -> answer(
                exchange,
                200,
                completion(passages(request).stream()
                        .map(judge)
                        .collect(Collectors.joining(",", "{\"verdicts\":[", "]}"))));
    }

    /** Answers with this as the model's words, whatever is asked. */
    public static Conduct saying(String content) {
        return (request, exchange) -> answer(exchange, 200, completion(content));
    }

    public static Conduct status(int status) {
        return (request, exchange) -> answer(exchange, status, "{\"error\":{\"message\":\"no\"}}");
    }

    public static String verdict(JsonNode passage, boolean worked, String kind, String matter) {
        return JSON.writeValueAsString(
                Map.of("id", passage.path("id").asString(), "worked", worked, "kind", kind, "matter", matter));
    }

    public static String completion(String content) {
        return JSON.writeValueAsString(Map.of(
                "id",
                "chatcmpl-1",
                "object",
                "chat.completion",
                "choices",
                List.of(Map.of(
                        "index",
                        0,
                        "finish_reason",
                        "stop",
                        "message",
                        Map.of("role", "assistant", "content", content)))));
    }

    public static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static List<JsonNode> passages(JsonNode request) {
        var found = new ArrayList<JsonNode>();
        JSON.readTree(request.at("/messages/1/content").asString())
                .path("passages")
                .forEach(found::add);
        return found;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(body);
            listener.accept(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().entrySet() + " " + body);
            if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, "{}");
            } else if (!exchange.getRequestURI().getPath().equals("/v1/chat/completions")) {
                answer(exchange, 404, "{}");
            } else if (!isProper(JSON.readTree(body))) {
                answer(exchange, 400, "{}");
            } else {
                conduct.answer(JSON.readTree(body), exchange);
            }
        } catch (IOException theOtherHasGone) {
            exchange.close();
        }
    }

    private static boolean isProper(JsonNode request) {
        var format = request.path("response_format");
        var schema = format.path("json_schema");
        return request.path("model").asString("").equals(NAME)
                && request.path("tools").isMissingNode()
                && request.path("messages").size() == 2
                && format.path("type").asString("").equals("json_schema")
                && schema.path("name").asString("").matches("[a-zA-Z0-9_-]{1,64}")
                && schema.path("strict").asBoolean(false)
                && isStrict(schema.path("schema"));
    }

    /** Strict schemas name every field as required, allow no other, and use few keywords. */
    private static boolean isStrict(JsonNode schema) {
        if (!KEYWORDS.containsAll(schema.propertyNames())) {
            return false;
        }
        return switch (schema.path("type").asString("")) {
            case "object" -> {
                var required = new ArrayList<String>();
                schema.path("required").forEach(name -> required.add(name.asString()));
                yield schema.path("additionalProperties").isBoolean()
                        && !schema.path("additionalProperties").booleanValue()
                        && Set.copyOf(required)
                                .equals(Set.copyOf(schema.path("properties").propertyNames()))
                        && schema.path("properties").values().stream().allMatch(FakeModel::isStrict);
            }
            case "array" -> isStrict(schema.path("items"));
            case "string", "boolean" -> true;
            default -> false;
        };
    }
}
