package io.tenth;

import io.tenth.contract.KeptDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that talks to the API over real HTTP, as somebody or as nobody, and insists on its contract. */
public final class ApiClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String origin;
    private final Map<String, String> headers;

    private ApiClient(String origin, Map<String, String> headers) {
        this.origin = origin;
        this.headers = headers;
    }

    /** Talks to the server at the port, as nobody. */
    public static ApiClient to(int port) {
        return new ApiClient("http://127.0.0.1:" + port, Map.of());
    }

    /** The same program with a header more in each of its requests. */
    public ApiClient with(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new ApiClient(origin, more);
    }

    /** The same program, talking to where another one does. */
    public ApiClient at(ApiClient elsewhere) {
        return new ApiClient(elsewhere.origin, headers);
    }

    public ApiClient withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer post(String path, String json) {
        return with("Content-Type", "application/json").send("POST", path, BodyPublishers.ofString(json));
    }

    public Answer patch(String path, String json) {
        return with("Content-Type", "application/json").send("PATCH", path, BodyPublishers.ofString(json));
    }

    public Answer send(String method, String path, @Nullable BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .method(method, body == null ? BodyPublishers.noBody() : body);
        headers.forEach(request::header);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            KeptDocument.verify(method, path, response.statusCode(), response.headers(), response.body());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the server said. */
    public record Answer(int status, HttpHeaders headers, String body) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The text at a place such as {@code /error/code}; empty where there is none. */
        public String text(String pointer) {
            return json().at(pointer).asString("");
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }
}
