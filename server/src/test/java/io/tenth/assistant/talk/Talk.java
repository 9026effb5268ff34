package io.tenth.assistant.talk;

import io.tenth.ApiClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that talks to the assistant as the AI SDK does. */
public final class Talk {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ApiClient api;
    private final String id = UUID.randomUUID().toString();

    public Talk(ApiClient api) {
        this.api = api;
    }

    public String id() {
        return id;
    }

    /** What came of it, to the end. */
    public Heard say(String text) {
        return send(Map.of(
                "id",
                id,
                "trigger",
                "submit-message",
                "messages",
                List.of(Map.of(
                        "id", "client-1", "role", "user", "parts", List.of(Map.of("type", "text", "text", text))))));
    }

    public Heard decide(String call, boolean approved) {
        return send(Map.of(
                "id",
                id,
                "messages",
                List.of(Map.of(
                        "id",
                        "client-2",
                        "role",
                        "assistant",
                        "parts",
                        List.of(Map.of(
                                "type",
                                "tool-any",
                                "toolCallId",
                                "x",
                                "state",
                                "approval-responded",
                                "approval",
                                Map.of("id", call, "approved", approved)))))));
    }

    public Heard again() {
        return send(Map.of("id", id, "messages", List.of(), "trigger", "regenerate-message"));
    }

    public Heard resume() {
        return new Heard(api.get("/api/chat/" + id + "/stream"));
    }

    /** The last message as it is kept. */
    public JsonNode kept() {
        var messages = api.get("/api/conversations/" + id).json().path("messages");
        return messages.get(messages.size() - 1);
    }

    private Heard send(Map<String, ?> body) {
        return new Heard(api.post("/api/chat", JSON.writeValueAsString(body)));
    }

    /** What the server said. */
    public record Heard(ApiClient.Answer answer) {

        public List<JsonNode> chunks() {
            return lines().filter(line -> !line.equals("[DONE]"))
                    .map(JSON::readTree)
                    .toList();
        }

        public List<String> types() {
            return chunks().stream().map(chunk -> chunk.path("type").asString()).toList();
        }

        public JsonNode one(String type) {
            return chunks().stream()
                    .filter(chunk -> chunk.path("type").asString().equals(type))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + type + " in " + answer.body()));
        }

        public String text() {
            return String.join(
                    "",
                    chunks().stream()
                            .map(chunk -> chunk.path("delta").asString(""))
                            .toList());
        }

        public String trouble() {
            return one("error").path("errorText").asString();
        }

        /** The id of the call that waits. */
        public String waits() {
            return one("tool-approval-request").path("approvalId").asString();
        }

        public boolean isWhole() {
            return answer.body().endsWith("data: [DONE]\n\n");
        }

        private Stream<String> lines() {
            return answer.body()
                    .lines()
                    .filter(line -> line.startsWith("data: "))
                    .map(line -> line.substring(6));
        }
    }
}
