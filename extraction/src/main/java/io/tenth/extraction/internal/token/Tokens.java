package io.tenth.extraction.internal.token;

import io.tenth.extraction.internal.locale.Language;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Roles;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.locale.Word;
import io.tenth.extraction.internal.locale.WorkClasses;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The tokens of a text in order: words, numbers, marks and line breaks with their places.
 *
 * <p>Not for several threads at once: numbers are read when they are first asked for. Held in flat arrays, since a mailbox has more tokens than anything else here has objects. Asking beyond either end is
 * allowed and answers with an empty mark, so that rules can look around without minding the edges.
 */
public final class Tokens {

    /** What a token is. */
    public enum Kind {
        WORD,
        NUMBER,
        MARK,
        BREAK
    }

    private static final Tags NO_NOUNS = Tags.of(
            Tag.ADVERB,
            Tag.THE,
            Tag.ARTICLE,
            Tag.SELF,
            Tag.MINE,
            Tag.IT,
            Tag.OTHER,
            Tag.PREPOSITION,
            Tag.FROM,
            Tag.DATE_WORD,
            Tag.AND,
            Tag.SUBORDINATOR,
            Tag.REQUEST,
            Tag.HAVE,
            Tag.BE,
            Tag.MODAL);
    private static final Kind[] KINDS = Kind.values();

    /** The kinds as they are held: every rule asks for them, and a number is told from another without fetching an enum. */
    private static final int WORD = 0;

    private static final int NUMBER = 1;
    private static final int MARK = 2;
    private static final int BREAK = 3;

    /** The bits of a kind. */
    private static final int KIND = 3;

    /** What mail has on the average, numbers and marks among its words, so that the arrays seldom grow. */
    private static final int CHARACTERS_PER_TOKEN = 4;

    private static final int FEWEST = 6;

    /** Numbers and phrases are about as many. */
    private static final int TOKENS_PER_NUMBER = 24;

    /** Beside its kind, whether the token is part of a phrase. */
    private static final int IN_PHRASE = 4;

    /** How many bits stand below the length of a token, and what stands for one that the bits above them cannot hold. */
    private static final int BELOW_LENGTH = 3;

    private static final int TOO_LONG = Character.MAX_VALUE >>> BELOW_LENGTH;

    private static final int[] NO_ENDS = {};

    private final String text;
    private final Language language;
    private int size;
    private int[] start;

    /** The kind of each token, whether it is in a phrase, and its length. */
    private char[] form;

    private Word[] words;

    /** Where a token ends that is longer than a form can say, by its number: hardly any text has one. */
    private int[] farEnds = NO_ENDS;

    private final Roles roles = new Roles();

    /** The phrases by their first token: each ends behind the one before it. */
    private final Sparse<Word> phrases;

    private final Sparse<Numeral> numerals;

    /** The number asked for last: all readers of amounts ask for the same one, one after the other. */
    private int askedNumber = -1;

    private Numeral askedNumeral = Numeral.NONE;

    Tokens(String text, Language language) {
        int guess = FEWEST + text.length() / CHARACTERS_PER_TOKEN;
        this.text = text;
        this.language = language;
        this.start = new int[guess];
        this.form = new char[guess];
        this.words = new Word[guess];
        this.phrases = new Sparse<>(FEWEST + guess / TOKENS_PER_NUMBER);
        this.numerals = new Sparse<>(FEWEST + guess / TOKENS_PER_NUMBER);
    }

    /** The language that gave the words their roles. */
    public Language language() {
        return language;
    }

    public int size() {
        return size;
    }

    public String source() {
        return text;
    }

    public Kind kind(int i) {
        return inside(i) ? KINDS[form[i] & KIND] : Kind.BREAK;
    }

    public boolean isNumber(int i) {
        return inside(i) && (form[i] & KIND) == NUMBER;
    }

    public boolean isWord(int i) {
        return inside(i) && (form[i] & KIND) == WORD;
    }

    public boolean isBreak(int i) {
        return !inside(i) || (form[i] & KIND) == BREAK;
    }

    /** Whether the token is the mark {@code symbol}. */
    public boolean isMark(int i, char symbol) {
        return isMark(i) && text.charAt(start[i]) == symbol;
    }

    /** Whether the token is one of the marks in {@code symbols}. */
    public boolean isOneOf(int i, String symbols) {
        return isMark(i) && symbols.indexOf(text.charAt(start[i])) >= 0;
    }

    private boolean isMark(int i) {
        return inside(i) && (form[i] & KIND) == MARK;
    }

    public int start(int i) {
        return inside(i) ? start[i] : i < 0 ? 0 : text.length();
    }

    public int end(int i) {
        if (!inside(i)) {
            return i < 0 ? 0 : text.length();
        }
        int length = form[i] >>> BELOW_LENGTH;
        return length < TOO_LONG ? start[i] + length : farEnds[i];
    }

    public String text(int i) {
        return text.substring(start(i), end(i));
    }

    /** The token in lower case; what the language lists need not be copied. */
    public String small(int i) {
        String listed = word(i).text();
        return listed.isEmpty() || listed.indexOf('\'') >= 0 ? text(i).toLowerCase(Locale.ROOT) : listed;
    }

    /** The classes of the token as a word of work; none of most. */
    public List<String> workClasses(int i) {
        return WorkClasses.of(language, small(i));
    }

    /** The text from the first character of {@code from} to the last before {@code to}. */
    public String text(int from, int to) {
        return from < to ? text.substring(start(from), end(to - 1)) : "";
    }

    public boolean is(int i, Tag tag) {
        return inside(i)
                && (words[i].has(tag)
                        || ((form[i] & IN_PHRASE) != 0 && phrase(i).has(tag)));
    }

    /** The same as with an array of tags, which would have to be made for each question. */
    public boolean isAny(int i, Tag first, Tag second) {
        return is(i, first) || is(i, second);
    }

    /** The same with three. */
    public boolean isAny(int i, Tag first, Tag second, Tag third) {
        return is(i, first) || is(i, second) || is(i, third);
    }

    /** The same with four. */
    public boolean isAny(int i, Tag first, Tag second, Tag third, Tag fourth) {
        return isAny(i, first, second) || isAny(i, third, fourth);
    }

    /** The same with many, asked for at once. */
    public boolean isAny(int i, Tags tags) {
        return inside(i)
                && (words[i].hasAny(tags)
                        || ((form[i] & IN_PHRASE) != 0 && phrase(i).hasAny(tags)));
    }

    public boolean isAny(int i, Tag... tags) {
        for (Tag tag : tags) {
            if (is(i, tag)) {
                return true;
            }
        }
        return false;
    }

    /** The first token in {@code [from, to)} that has the tag, or -1. */
    public int find(int from, int to, Tag tag) {
        if (!roles.have(tag)) {
            return -1;
        }
        int end = Math.min(to, size);
        for (int i = Math.max(from, 0); i < end; i++) {
            if (is(i, tag)) {
                return i;
            }
        }
        return -1;
    }

    public boolean has(Range range, Tag tag) {
        return has(range.from(), range.to(), tag);
    }

    public boolean has(int from, int to, Tag tag) {
        return find(from, to, tag) >= 0;
    }

    public Word word(int i) {
        return inside(i) ? words[i] : Word.UNKNOWN;
    }

    /** The number that is written here; one without a value where the token is no number. */
    public Numeral numeral(int i) {
        if (!isNumber(i)) {
            return Numeral.NONE;
        }
        if (i != askedNumber) {
            askedNumeral = read(i);
            askedNumber = i;
        }
        return askedNumeral;
    }

    private Numeral read(int i) {
        int number = numerals.lastNotAfter(i);
        Numeral read = numerals.value(number);
        if (read == null) {
            read = Numeral.of(text, start[i], end(i));
            numerals.set(number, read);
        }
        return read;
    }

    /** The phrase that the token is part of; it has no role where there is none. */
    public Word phrase(int i) {
        Word phrase = inside(i) && (form[i] & IN_PHRASE) != 0 ? phrases.value(phrases.lastNotAfter(i)) : null;
        return phrase == null ? Word.UNKNOWN : phrase;
    }

    /** How far the token stands from the one before it, in characters; large at the start of a text. */
    public int gapBefore(int i) {
        return i <= 0 ? 1 : start(i) - end(i - 1);
    }

    /** Whether a new cell begins with the token: a tab or at least two blanks stand before it. */
    public boolean isCellStart(int i) {
        int gap = gapBefore(i);
        if (isCellMark(i - 1) || isLeader(i - 1)) {
            return true;
        }
        return i > 0
                && !isBreak(i - 1)
                && (gap > 2 || (gap > 0 && text.charAt(start(i) - 1) == '\t') || (gap == 2 && !isOneOf(i - 1, ".!?:")));
    }

    /** A bar, or a semicolon without a blank on either side, which part cells. */
    public boolean isCellMark(int i) {
        return isMark(i, '|') || (isTouching(i, ';') && touchesPrevious(i + 1) && !isBreak(i + 1));
    }

    /** Whether the last of at least three dots in a row stands here, which lead the eye from one cell to the next. */
    public boolean isLeader(int i) {
        return isMark(i, '.') && isTouching(i, '.') && isMark(i - 1, '.') && isMark(i - 2, '.') && !isMark(i + 1, '.');
    }

    /** Whether the mark {@code symbol} stands here without a blank before it. */
    public boolean isTouching(int i, char symbol) {
        return isMark(i, symbol) && touchesPrevious(i);
    }

    /** Whether nothing stands between this token and the one before it. */
    public boolean touchesPrevious(int i) {
        return i > 0 && inside(i) && start[i] == end(i - 1);
    }

    public boolean isCapitalised(int i) {
        return isWord(i) && Character.isUpperCase(text.charAt(start[i]));
    }

    /** Whether a word is written large that the language does not list, as names are; so are nouns where all of them are large. */
    public boolean isName(int i) {
        return isCapitalised(i) && !words[i].known();
    }

    /** Whether a word written large shows that a sentence begins with it: where nouns are too, only a word that is none. */
    public boolean isOpening(int i) {
        return isCapitalised(i) && (!language.has(Habit.CAPITAL_NOUNS) || isAny(i, NO_NOUNS));
    }

    private boolean inside(int i) {
        return Integer.compareUnsigned(i, size) < 0;
    }

    @SuppressWarnings("EnumOrdinal") // Two bits in place of a reference; the order is read back from the enum itself.
    void add(Kind tokenKind, int from, int to, Word word) {
        if (size == start.length) {
            grow();
        }
        if (tokenKind == Kind.NUMBER) {
            numerals.add(size, null);
        }
        start[size] = from;
        form[size] = (char) ((Math.min(to - from, TOO_LONG) << BELOW_LENGTH) | tokenKind.ordinal());
        if (to - from >= TOO_LONG) {
            farEnds = size < farEnds.length ? farEnds : Arrays.copyOf(farEnds, start.length);
            farEnds[size] = to;
        }
        words[size++] = word;
        roles.add(word);
    }

    void mark(int from, int to, Word phrase) {
        phrases.add(from, phrase);
        roles.add(phrase);
        for (int i = from; i < to; i++) {
            form[i] = (char) (form[i] | IN_PHRASE);
        }
    }

    private void grow() {
        int more = size + size / 2;
        start = Arrays.copyOf(start, more);
        form = Arrays.copyOf(form, more);
        words = Arrays.copyOf(words, more);
    }
}
