package io.tenth.extraction.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words that mail programs write around a message and that people close one with, read from {@code mail.words} beside
 * this class.
 *
 * <p>All languages stand in one set for each role: what is a header in one is hardly ever a word of the same place in
 * another, and a thread changes its language with each of its writers.
 */
enum MailWords {
    FROM,
    DATE,
    TO,
    CC,
    SUBJECT,
    OTHER_HEADER,
    FORWARDED,
    ON,
    DAY,
    WROTE,
    DEVICE,
    EXCUSE,
    CLOSING,
    THANKS,
    COMPLIMENT,
    POSTSCRIPT,
    PARTICLE,
    CONTACT,
    NOTICE,
    NOTICE_SURE,
    ABBREVIATION,
    BETWEEN,
    ELEMENT,
    BORDER;

    private static final Map<MailWords, Phrases> WORDS = read("mail.words");

    Phrases phrases() {
        Phrases phrases = WORDS.get(this);
        if (phrases == null) {
            throw new IllegalStateException("mail.words has no line for " + this);
        }
        return phrases;
    }

    private static Map<MailWords, Phrases> read(String file) {
        Map<MailWords, Phrases> words = new EnumMap<>(MailWords.class);
        joined(content(file))
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .forEach(line -> {
                    int colon = line.indexOf(':');
                    words.put(valueOf(line.substring(0, colon)), phrases(line.substring(colon + 1)));
                });
        return words;
    }

    /** Lines that begin with a blank go on with the line above. */
    private static String joined(String content) {
        return content.replace("\n ", " ");
    }

    private static Phrases phrases(String line) {
        List<String> phrases = Arrays.stream(line.split(",", -1))
                .map(phrase -> phrase.strip().toLowerCase(Locale.ROOT))
                .filter(phrase -> !phrase.isEmpty())
                .distinct()
                .toList();
        return new Phrases(phrases);
    }

    private static String content(String file) {
        try (InputStream in = MailWords.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The library lacks its file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot read " + file, broken);
        }
    }
}
