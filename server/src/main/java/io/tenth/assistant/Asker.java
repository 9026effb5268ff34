package io.tenth.assistant;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who asks for a call of a tool, on behalf of the person whose data it is about. */
public sealed interface Asker {

    /** The person, in a session or on the command line, or a program of theirs by an operation of the API that does one thing. */
    record Direct() implements Asker {}

    /**
     * A machine that reads words and chooses what to call. It is held to the {@link AssistantPolicy}, and sees of a result only
     * what {@link ModelView} leaves of it.
     *
     * @param words what the person asked for; the first {@value #MOST_WORDS} characters of it are kept
     * @param origin the conversation or the client that it comes from; null where there is none
     */
    record Assistant(Door door, String words, @Nullable String origin) implements Asker {

        /** The most that is kept of the words that asked, in code points. */
        public static final int MOST_WORDS = 500;

        private static final int MOST_ORIGIN = 200;

        public Assistant {
            words = cut(words.replace("\0", ""), MOST_WORDS);
            origin = origin == null ? null : cut(origin, MOST_ORIGIN);
        }

        private static String cut(String text, int most) {
            return text.codePointCount(0, text.length()) <= most
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, most));
        }
    }

    /** The way by which an assistant comes in. */
    enum Door {
        /** The chat, with a language model. */
        CHAT,
        /** A program that speaks the Model Context Protocol. */
        MCP,
        /** A program that calls tools by their names, with a personal token. */
        API,
        /** The chat without a language model. */
        PLAIN;

        /** The name in the store and in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads a name of the store. */
        static Door ofKey(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }
}
