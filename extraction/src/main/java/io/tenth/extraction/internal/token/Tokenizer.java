package io.tenth.extraction.internal.token;

import io.tenth.extraction.internal.locale.Language;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.PhraseTable;
import io.tenth.extraction.internal.locale.Word;
import io.tenth.extraction.internal.token.Tokens.Kind;

/**
 * Cuts a text into tokens in one pass, and marks the phrases of the language among them.
 *
 * <p>A word is a run of letters with apostrophes inside ({@code don't}); a possessive {@code 's} is a word of its own, and an
 * elided article where the language has such ({@code d'heure}); a
 * word that runs into digits ({@code v4.1}, {@code Q3}) is one word, so that no number is seen in a code. A number is a
 * run of digits with single separators inside ({@code 2.5}, {@code 9:15}, {@code 03/04}, {@code 1'5}), or {@code .3}. Everything else
 * that is not blank is a mark of one character.
 */
public final class Tokenizer {

    private static final String SEPARATORS = ".,:/'\u2019\u00b4\u2044";
    private static final int LONGEST_ELIDED = 6;
    private static final String FRACTIONS = "½¼¾⅓⅔⅛⅜⅝⅞";

    private final Language language;
    private final String text;
    private final Tokens tokens;
    private final boolean elides;
    private int at;

    private Tokenizer(String text, Language language) {
        this.text = text;
        this.language = language;
        this.tokens = new Tokens(text, language);
        this.elides = language.has(Habit.ELISION);
    }

    public static Tokens scan(String text, Language language) {
        var tokenizer = new Tokenizer(text, language);
        tokenizer.scan();
        tokenizer.markPhrases();
        return tokenizer.tokens;
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                lineBreak(c);
            } else if (isBlank(c)) {
                at++;
            } else if (isLetter(c)) {
                word();
            } else if (startsNumber(c)) {
                number();
            } else {
                add(Kind.MARK, at, at + 1);
            }
        }
    }

    private void lineBreak(char c) {
        int length = c == '\r' && peek(at + 1) == '\n' ? 2 : 1;
        tokens.add(Kind.BREAK, at, at + length, Word.UNKNOWN);
        at += length;
    }

    private void word() {
        int end = wordEnd(at);
        if (isElidedBeforeNumber(end)) {
            add(Kind.WORD, at, end + 1);
            return;
        }
        if (isDigit(peek(end)) && !touchesNumber()) {
            add(Kind.WORD, at, numberEnd(end));
            return;
        }
        int elided = elidedEnd(end);
        if (elided > 0) {
            add(Kind.WORD, at, elided);
            return;
        }
        int stem = possessiveStem(end);
        if (stem < end && !language.word(text, at, end).known()) {
            add(Kind.WORD, at, stem);
            add(Kind.WORD, stem, end);
        } else {
            add(Kind.WORD, at, end);
        }
    }

    private int wordEnd(int from) {
        int end = from + 1;
        while (end < text.length() && isInner(text.charAt(end), end)) {
            end++;
        }
        return end;
    }

    private boolean isInner(char c, int i) {
        return isLetter(c) || (isApostrophe(c) && isLetter(peek(i + 1)));
    }

    /** {@code all'1:15}. */
    private boolean isElidedBeforeNumber(int end) {
        return elides
                && isApostrophe(peek(end))
                && isDigit(peek(end + 1))
                && language.word(text, at, end + 1).known();
    }

    /** One past the apostrophe of an article that runs into its word ({@code d'heure}, {@code un'ora}), or 0. */
    private int elidedEnd(int end) {
        if (!elides || language.word(text, at, end).known()) {
            return 0;
        }
        for (int i = at + 1; i < Math.min(end - 1, at + LONGEST_ELIDED); i++) {
            if (isApostrophe(text.charAt(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Where the word that ends at {@code end} ends without its possessive 's. */
    private int possessiveStem(int end) {
        boolean possessive = end - at > 2 && (text.charAt(end - 1) | 32) == 's' && isApostrophe(text.charAt(end - 2));
        return possessive ? end - 2 : end;
    }

    private boolean touchesNumber() {
        int last = tokens.size() - 1;
        return tokens.isNumber(last) && tokens.end(last) == at;
    }

    private boolean startsNumber(char c) {
        return isDigit(c)
                || (c == '.' && isDigit(peek(at + 1)) && !follows('.'))
                || (c == ',' && isDigit(peek(at + 1)) && isGapBefore());
    }

    private boolean follows(char c) {
        return at > 0 && text.charAt(at - 1) == c;
    }

    private boolean isGapBefore() {
        return at == 0 || text.charAt(at - 1) <= ' ' || text.charAt(at - 1) == '(';
    }

    private void number() {
        add(Kind.NUMBER, at, numberEnd(at));
    }

    private int numberEnd(int from) {
        int end = from + 1;
        for (int next = digitEnd(end); next > end; next = digitEnd(end)) {
            end = next;
        }
        return end;
    }

    /** One past the digit that a number goes on with at {@code i}, behind a separator or not; {@code i} where it does not. */
    private int digitEnd(int i) {
        int digit = seen(i);
        if (SEPARATORS.indexOf(peek(digit)) >= 0) {
            digit = seen(digit + 1);
        }
        return isDigit(peek(digit)) ? digit + 1 : i;
    }

    /** The first place from {@code i} on whose character can be seen. */
    private int seen(int i) {
        int at = i;
        while (Numeral.isUnseen(peek(at))) {
            at++;
        }
        return at;
    }

    private void add(Kind kind, int from, int to) {
        Word word = kind == Kind.NUMBER ? Word.UNKNOWN : language.word(text, from, to);
        tokens.add(kind, from, to, word);
        at = to;
    }

    /** A phrase inside a longer one has no say: "un peu moins de" is no "moins de". */
    private void markPhrases() {
        PhraseTable.Words words = tokens::word;
        int marked = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.word(i).startsPhrase()) {
                PhraseTable.Phrase phrase = language.phrases().at(words, i);
                if (phrase != null && i + phrase.size() > marked) {
                    marked = i + phrase.size();
                    tokens.mark(i, marked, phrase.meaning());
                }
            }
        }
    }

    private char peek(int i) {
        return i < text.length() ? text.charAt(i) : '\0';
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c > 127 && FRACTIONS.indexOf(c) >= 0);
    }

    private static boolean isLetter(char c) {
        return c < 128 ? (c | 32) >= 'a' && (c | 32) <= 'z' : Character.isLetter(c);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || (c > 127 && (Character.isSpaceChar(c) || Numeral.isUnseen(c)));
    }
}
