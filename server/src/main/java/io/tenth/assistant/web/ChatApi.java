package io.tenth.assistant.web;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.tenth.assistant.talk.Chat;
import io.tenth.assistant.talk.Conversation;
import io.tenth.assistant.talk.Heard;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The assistant, in the UI message stream protocol of the AI SDK: {@code useChat} talks to it as it is. No personal token gets here:
 * who talks can say yes to what waits, and a yes is a person's.
 */
@RestController
@RequestMapping("/api/chat")
class ChatApi {

    private final Chat chat;
    private final ChatStream stream;

    ChatApi(Chat chat, ChatStream stream) {
        this.chat = chat;
        this.stream = stream;
    }

    /**
     * Answers what a person says. Of the messages that are sent, only the words of the last one count where it is the person's, and
     * the answers to what waits where it is the assistant's: what was said before is read from the stored conversation.
     */
    @PostMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void talk(@RequestBody Said said, Actor.Person person, HttpServletResponse response)
            throws IOException, InterruptedException {
        stream.tell(() -> chat.begin(said.heard(), person), person, response);
    }

    /** Listens to the answer that is under way, from its beginning. */
    @GetMapping(path = "/{id}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void resume(@PathVariable String id, Actor.Person person, HttpServletResponse response)
            throws IOException, InterruptedException {
        var follower = chat.resume(Conversation.id(id), person);
        if (follower.isEmpty()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        stream.tell(follower::get, person, response);
    }

    /** Ends the answer that is under way, where one is. What a tool has begun is finished. */
    @PostMapping("/{id}/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@PathVariable String id, Actor.Person person) {
        chat.stop(Conversation.id(id), person);
    }

    /**
     * What a person says.
     *
     * @param id of the conversation; one that is not known is begun
     * @param messages of the AI SDK, of which the last one counts
     * @param message that one alone, instead
     * @param approvals answers to what waits, instead
     * @param trigger {@code submit-message} when null; with {@code regenerate-message} the last answer is given anew
     * @param messageId without effect
     */
    record Said(
            String id,
            @Nullable List<ObjectNode> messages,
            @Nullable ObjectNode message,
            @Nullable List<Approval> approvals,
            @Nullable String trigger,
            @JsonAlias("messageId") @Nullable String messageId) {

        private static final String AGAIN = "regenerate-message";

        Heard heard() {
            var conversation = Conversation.id(id);
            if (approvals != null) {
                return new Heard.Decisions(
                        conversation,
                        approvals.stream()
                                .map(one -> new Heard.Decision(one.id(), one.approved()))
                                .toList());
            }
            if (AGAIN.equals(trigger)) {
                return new Heard.Again(conversation);
            }
            var last = last();
            return switch (last.path("role").asString("")) {
                case "user" -> new Heard.Words(conversation, words(last));
                case "assistant" -> new Heard.Decisions(conversation, decisions(last));
                default -> throw DomainException.invalid("messages", "The role of a message is user or assistant.");
            };
        }

        private ObjectNode last() {
            if (message != null) {
                return message;
            }
            if (messages == null || messages.isEmpty()) {
                throw DomainException.invalid("messages", "There is no message.");
            }
            return messages.getLast();
        }

        private static String words(JsonNode message) {
            var words = new ArrayList<String>();
            message.path("parts").forEach(part -> {
                if (part.path("type").asString("").equals("text")) {
                    words.add(part.path("text").asString(""));
                }
            });
            return String.join("\n", words);
        }

        private static List<Heard.Decision> decisions(JsonNode message) {
            var decisions = new ArrayList<Heard.Decision>();
            message.path("parts").forEach(part -> {
                if (part.path("state").asString("").equals("approval-responded")) {
                    decisions.add(decision(part.path("approval")));
                }
            });
            return decisions;
        }

        private static Heard.Decision decision(JsonNode approval) {
            try {
                return new Heard.Decision(
                        UUID.fromString(approval.path("id").asString("")),
                        approval.path("approved").isBoolean()
                                && approval.path("approved").booleanValue());
            } catch (IllegalArgumentException notAnId) {
                throw DomainException.notFound("waiting call");
            }
        }
    }

    /**
     * An answer to what waits.
     *
     * @param id of the call that waits
     */
    record Approval(UUID id, boolean approved) {}
}
