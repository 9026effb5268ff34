package io.tenth.capture;

import io.tenth.mail.MailMessage;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words that a text must have, all of them, to be of interest; without regard to case, and also within other words. */
public record SoughtWords(List<String> words) {

    /** Every text has them. */
    public static final SoughtWords NONE = new SoughtWords(List.of());

    public SoughtWords {
        words = List.copyOf(words);
    }

    /** The words that somebody typed, with spaces between. */
    public static SoughtWords of(@Nullable String typed) {
        return typed == null
                ? NONE
                : new SoughtWords(
                        Arrays.stream(normalised(typed).toLowerCase(Locale.ROOT).split("\\s+", -1))
                                .filter(word -> !word.isEmpty())
                                .toList());
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether the parts of something have all of them together. */
    public boolean areIn(String... parts) {
        var text = folded(String.join("\n", parts));
        return words.stream().map(SoughtWords::folded).allMatch(text::contains);
    }

    /** Neither case nor the way in which a letter is put together makes a difference; "ß" is "ss", and a sigma is a sigma. */
    private static String folded(String text) {
        return normalised(text)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Whether a message has them in its subject, its recipients or its text, as that is shown. */
    boolean areIn(MailMessage message) {
        return isEmpty()
                || areIn(
                        message.subject(),
                        message.to(),
                        MessageAnalysis.sentMessage(message).shownText());
    }

    /** As they are read again by {@link #of}. */
    String text() {
        return String.join(" ", words);
    }
}
