package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who wrote a message, as far as it tells: the name in the line that says from whom it came, and that of its last line. */
final class Author {

    private static final int LONGEST_NAME = 4;
    private static final int LONGEST_INITIALS = 4;

    private final Tokens tokens;
    private final List<List<String>> names = new ArrayList<>();

    Author(Page page) {
        this.tokens = page.tokens();
        List<String> from = sender(page.author());
        if (!from.isEmpty()) {
            names.add(from);
        }
        List<String> signed = signature(page);
        if (!signed.isEmpty()) {
            names.add(signed);
        }
    }

    /** Whether the words are "me", or a word of the author's name, or its initials. */
    boolean is(Range words) {
        for (int i = words.from(); i < words.to(); i++) {
            if (isPronoun(i) || isPartOfName(i)) {
                return true;
            }
        }
        String letters = tokens.text(words.from(), words.to()).replaceAll("\\W", "");
        return letters.length() > 1 && names.stream().anyMatch(name -> letters.equalsIgnoreCase(initials(name)));
    }

    /** "me", "mine"; not the country "US", and not the number "I". */
    private boolean isPronoun(int i) {
        String word = tokens.text(i);
        boolean capitals = word.equals(word.toUpperCase(Locale.ROOT));
        return !capitals && tokens.isAny(i, Tag.ME, Tag.SELF, Tag.MINE);
    }

    private boolean isPartOfName(int i) {
        String word = tokens.text(i);
        return tokens.isWord(i)
                && word.length() > 1
                && names.stream().flatMap(List::stream).anyMatch(word::equalsIgnoreCase);
    }

    private static String initials(List<String> name) {
        var letters = new StringBuilder();
        name.forEach(word -> letters.append(word.charAt(0)));
        return letters.toString();
    }

    private static List<String> sender(Tokens author) {
        List<String> name = new ArrayList<>();
        for (int i = 0; i < author.size() && !author.isMark(i, '<'); i++) {
            if (author.isWord(i)) {
                name.add(author.text(i));
            }
        }
        return name;
    }

    /** The last line, where it is nothing but a few words that are written large: "- Kirsten Dahlberg". */
    private static List<String> signature(Page page) {
        Tokens tokens = page.tokens();
        int line = page.layout().lines() - 1;
        while (line > 0 && page.layout().isBlank(line)) {
            line--;
        }
        List<String> name = new ArrayList<>();
        for (int i = page.layout().start(line); i < page.layout().end(line); i++) {
            if (tokens.isNumber(i) || (tokens.isWord(i) && !tokens.isCapitalised(i))) {
                return List.of();
            }
            if (tokens.isWord(i)) {
                name.add(tokens.text(i));
            }
        }
        return name.size() <= LONGEST_NAME ? name : List.of();
    }

    /** Whether the words can be somebody's name or initials: "Yasmine", "JT". */
    boolean isAnyName(Range words) {
        int last = words.to() - 1;
        boolean one = words.to() - words.from() == 1
                || (words.to() - words.from() == 2 && (tokens.isMark(last, '.') || tokens.isCapitalised(last)));
        int length = tokens.end(words.from()) - tokens.start(words.from());
        boolean initials = length > 1
                && length <= LONGEST_INITIALS
                && tokens.text(words.from()).chars().allMatch(Character::isLetter);
        return one
                && tokens.isWord(words.from())
                && !tokens.isAny(words.from(), Tag.DATE_WORD, Tag.WORK, Tag.REPORT, Tag.TOTAL)
                && (tokens.isCapitalised(words.from()) || initials);
    }
}
