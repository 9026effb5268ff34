package io.tenth.assistant.web;

import io.tenth.assistant.talk.Conversation;
import io.tenth.assistant.talk.Conversations;
import io.tenth.shared.Actor;
import io.tenth.shared.Page;
import io.tenth.shared.TimeCursor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A person's conversations with their assistant, as they are kept. */
@RestController
@RequestMapping("/api/conversations")
class ConversationApi {

    private final Conversations conversations;

    ConversationApi(Conversations conversations) {
        this.conversations = conversations;
    }

    /** The latest first. */
    @GetMapping
    Page<Listed> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor.Person person) {
        return conversations
                .page(cursor == null ? null : TimeCursor.parse(cursor), limit, person)
                .map(Listed::of);
    }

    @GetMapping("/{id}")
    Whole read(@PathVariable UUID id, Actor.Person person) {
        return Whole.of(conversations.one(id, person));
    }

    @PatchMapping("/{id}")
    Listed rename(@PathVariable UUID id, @RequestBody Renamed renamed, Actor.Person person) {
        return Listed.of(conversations.rename(id, renamed.title(), person));
    }

    /** Deletes it with all that was said. What tools have done stays done, and so does what the audit log has of it. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, Actor.Person person) {
        conversations.delete(id, person);
    }

    /** All that was said, to be kept elsewhere. */
    @GetMapping("/{id}/export")
    Export export(@PathVariable UUID id, Actor.Person person) {
        var whole = conversations.one(id, person);
        return new Export(Whole.of(whole), markdown(whole));
    }

    /** Words of people and models are set apart by an indent, so that nothing in them is taken for markup. */
    static String markdown(Conversations.Whole whole) {
        var text = new StringBuilder("# Conversation\n\n")
                .append(indented(whole.conversation().title()))
                .append('\n');
        whole.messages().forEach(message -> {
            text.append("\n## ").append(message.role() == Conversation.Role.USER ? "You" : "Assistant");
            text.append(", ").append(message.at()).append("\n\n");
            message.parts().forEach(part -> text.append(told(part)));
        });
        return text.toString();
    }

    private static String told(JsonNode part) {
        var type = part.path("type").asString("");
        if (type.equals("text")) {
            return indented(part.path("text").asString("")) + "\n";
        }
        if (!type.startsWith("tool-")) {
            return "";
        }
        var outcome = part.at("/output/text")
                .asString(part.path("errorText").asString(part.path("state").asString("")));
        return "Called `" + type.substring("tool-".length()) + "`:\n\n"
                + indented(part.path("input").toString() + "\n" + outcome) + "\n";
    }

    private static String indented(String text) {
        return "    " + text.replace("\n", "\n    ") + "\n";
    }

    /**
     * A new title.
     *
     * @param title 1 to 60 characters
     */
    record Renamed(String title) {}

    /** A conversation, without what was said in it. */
    record Listed(UUID id, String title, Instant createdAt, Instant updatedAt) {

        static Listed of(Conversation one) {
            return new Listed(one.id(), one.title(), one.createdAt(), one.updatedAt());
        }
    }

    /**
     * A conversation.
     *
     * @param messages all that was said, in its order
     */
    record Whole(UUID id, String title, Instant createdAt, Instant updatedAt, List<Message> messages) {

        static Whole of(Conversations.Whole whole) {
            var one = whole.conversation();
            return new Whole(
                    one.id(),
                    one.title(),
                    one.createdAt(),
                    one.updatedAt(),
                    whole.messages().stream().map(Message::of).toList());
        }
    }

    /**
     * Something that was said, as a UI message of the AI SDK.
     *
     * @param role user or assistant
     * @param parts text, and calls of tools with what became of them
     */
    record Message(UUID id, String role, Metadata metadata, List<ObjectNode> parts) {

        static Message of(Conversation.Message message) {
            return new Message(
                    message.id(),
                    message.role().key(),
                    new Metadata(message.door(), message.at()),
                    StreamSupport.stream(message.parts().spliterator(), false)
                            .map(JsonNode::asObject)
                            .toList());
        }
    }

    /**
     * About a message.
     *
     * @param door how an answer was made: chat by a language model, plain without one; null for what a person has said
     */
    record Metadata(@Nullable String door, Instant at) {}

    /**
     * A conversation in two forms.
     *
     * @param markdown for people
     */
    record Export(Whole conversation, String markdown) {}
}
