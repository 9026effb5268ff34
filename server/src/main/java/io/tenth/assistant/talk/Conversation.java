package io.tenth.assistant.talk;

import io.tenth.shared.DomainException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** A conversation of a person with their assistant, without what was said in it. */
public record Conversation(UUID id, String title, Instant createdAt, Instant updatedAt) {

    /** The longest title, in code points. */
    public static final int LONGEST_TITLE = 60;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /**
     * The id of the conversation that a client names: an id, or a name of its own, which stands for an id. It is one among those of
     * the person alone.
     */
    public static UUID id(String named) {
        if (!NAME.matcher(named).matches()) {
            throw DomainException.invalid("id", "The id of a conversation has 1 to 64 letters, digits, - and _.");
        }
        try {
            return UUID.fromString(named);
        } catch (IllegalArgumentException notAnId) {
            return UUID.nameUUIDFromBytes(("conversation " + named).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A title out of what was asked first. */
    static String titleOf(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.isEmpty()) {
            return "Conversation";
        }
        return line.codePointCount(0, line.length()) <= LONGEST_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    /** The calls that these parts of a message ask a yes for. */
    static Set<UUID> asks(ArrayNode parts) {
        var calls = new HashSet<UUID>();
        parts.forEach(part -> {
            if (part.path("state").asString("").equals("approval-requested")) {
                calls.add(UUID.fromString(part.at("/approval/id").asString()));
            }
        });
        return calls;
    }

    /** Who says something. */
    public enum Role {
        USER,
        ASSISTANT;

        /** The name in the store and in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was said.
     *
     * @param door how an answer was made: chat by a language model, plain without one; null for what a person has said
     * @param parts of a UI message of the AI SDK
     */
    public record Message(UUID id, Role role, @Nullable String door, ArrayNode parts, Instant at) {

        /** The calls that it asks a yes for. */
        public Set<UUID> asks() {
            return Conversation.asks(parts);
        }

        /** The words of it. */
        public String text() {
            var text = new StringBuilder();
            for (var part : parts) {
                if (part.path("type").asString("").equals("text")) {
                    text.append(text.isEmpty() ? "" : "\n")
                            .append(part.path("text").asString(""));
                }
            }
            return text.toString();
        }
    }
}
