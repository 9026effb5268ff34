package io.tenth.mail.hostile;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One message that was made to break a reader, and what has to become of it.
 *
 * @param kind the class of attack: the name of its file, or of the maker of large ones
 * @param content makes the bytes, so that large ones live only while they are read
 */
record HostileMessage(String kind, String name, Supplier<byte[]> content, Expected expected) {

    /** What has to become of it. */
    sealed interface Expected {

        /**
         * It is read.
         *
         * @param exact what is said of it: {@code subject}, {@code from}, {@code to}, {@code id}, {@code sent}, {@code body}, or
         *     {@code own}, the text without markup, quotes and signature as the engine gets it
         * @param holds pieces of the body
         * @param lacks what is nowhere in it
         */
        record Read(Map<String, String> exact, List<String> holds, List<String> lacks) implements Expected {}

        /** It is put aside, with a reason that holds these words. */
        record Refused(String reason) implements Expected {}
    }

    byte[] bytes() {
        return content.get();
    }

    @Override
    public String toString() {
        return kind + ": " + name;
    }
}
