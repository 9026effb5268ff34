package io.tenth.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a program of a stranger uses it: by the address, a token, and nothing else. */
final class Api {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private String token = "";

    Api(String address) {
        this.address = address;
    }

    /** What came back; a refusal is thrown instead. */
    record Answer(int status, JsonNode body, String location) {

        /** Of a scan. */
        String state() {
            return body.path("state").asString();
        }

        /** Of a scan: neither queued nor running. */
        boolean isOver() {
            return !Set.of("queued", "running").contains(state());
        }

        /** Of a scan. */
        int messagesNew() {
            return body.path("messages_new").asInt();
        }
    }

    /** Speaks to a server as the one who made its first account. */
    static Api signedIn(RunningServer server) throws IOException, InterruptedException {
        var api = new Api(server.address());
        api.signIn(FirstAccount.EMAIL, FirstAccount.PASSWORD);
        return api;
    }

    /** The id of who has signed in. */
    String id() throws IOException, InterruptedException {
        return get("/api/users/me").body().path("id").asString();
    }

    void signIn(String email, String password) throws IOException, InterruptedException {
        var credentials = JSON.createObjectNode().put("email", email).put("password", password);
        token = post("/api/auth/login", credentials.toString())
                .body()
                .path("token")
                .asString();
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody(), "application/json");
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, BodyPublishers.ofString(json), "application/json");
    }

    /** Uploads a mailbox file and returns the path of its scan. */
    String upload(Path mbox) throws IOException, InterruptedException {
        var mailbox = post("/api/mailboxes", "{\"name\":\"" + mbox.getFileName() + "\"}")
                .body()
                .path("id")
                .asString();
        return send("POST", "/api/mailboxes/" + mailbox + "/files", BodyPublishers.ofFile(mbox), "application/mbox")
                .location();
    }

    private Answer send(String method, String path, BodyPublisher body, String type)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(LONGEST)
                .header("Content-Type", type)
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(
                    method + " " + path + " gave " + answer.statusCode() + ": " + answer.body());
        }
        return new Answer(
                answer.statusCode(),
                answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body()),
                answer.headers().firstValue("Location").orElse(""));
    }
}
