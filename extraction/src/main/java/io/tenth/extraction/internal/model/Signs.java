package io.tenth.extraction.internal.model;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.clause.Predicate;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;

/** The features of an amount that are no words: how it is written, where it stands, and the verb that governs it. */
final class Signs {

    private static final int TENTH = 360;
    private static final int QUARTER = 900;

    private final Scene scene;
    private final Amount amount;
    private final Features.Spelling spelling;

    Signs(Scene scene, Features.Spelling spelling) {
        this.scene = scene;
        this.amount = scene.amount();
        this.spelling = spelling;
    }

    void all() {
        form();
        sentence();
        line();
        predicate();
    }

    private void form() {
        sign(amount.kind().toString());
        sign(length(amount.minutes() / scene.daysTogether()));
        sign(neighbours(scene.page().amounts().size()));
        signIf(amount.attributive(), "attributive");
        signIf(isLikeClock(), "like a time of day");
        signIf(isNumberOfNoun(), "right behind a noun");
        if (amount.seconds() % TENTH != 0 && amount.seconds() % QUARTER != 0) {
            spelling.put("sign no tenth and no quarter ")
                    .put(amount.kind().toString())
                    .mark();
        }
    }

    private static String length(int minutes) {
        if (minutes <= 60) {
            return minutes <= 6 ? "up to 6 minutes" : "up to an hour";
        }
        return minutes <= 240 ? "up to 4 hours" : minutes <= 600 ? "up to 10 hours" : "over 10 hours";
    }

    private static String neighbours(int amounts) {
        if (amounts <= 3) {
            return amounts == 1 ? "only amount" : "few amounts";
        }
        return amounts <= 8 ? "some amounts" : "many amounts";
    }

    /** {@code 9.30} and {@code 14.00}: a time of day rather than hours, which are written {@code 9.3} and {@code 14.0}. */
    private boolean isLikeClock() {
        Numeral number = scene.tokens().numeral(amount.from());
        boolean point = amount.is(Amount.Kind.BARE) && number.is(Shape.POINT) && number.secondDigits() == 2;
        return point && number.second() % 5 == 0 && (number.second() % 25 != 0 || number.second() == 0);
    }

    /** "chapters 3.2 and 7.5 were", "pit 2.5 was": a bare number behind a word and before one, where no hours would stand. */
    private boolean isNumberOfNoun() {
        Tokens tokens = scene.tokens();
        int noun = amount.from() - 1;
        return amount.is(Amount.Kind.BARE)
                && tokens.isWord(noun)
                && tokens.gapBefore(amount.from()) == 1
                && !tokens.isAny(noun, Tag.PREPOSITION, Tag.FINITE, Tag.THE, Tag.ARTICLE)
                && !tokens.isAny(noun, Tag.APPROXIMATE, Tag.AND, Tag.SO, Tag.ADVERB)
                && !tokens.isAny(noun, Tag.BILL, Tag.ME, Tag.DATE_WORD, Tag.TOTAL)
                && tokens.isWord(amount.to());
    }

    private void sentence() {
        Tokens tokens = scene.tokens();
        boolean opens = amount.from() <= scene.sentence().from();
        boolean closes = amount.to() >= scene.sentence().to();
        signIf(opens && closes, "alone");
        signIf(opens && !closes, "opening");
        signIf(closes && !opens, "closing");
        signIf(isQuoted(), "in quotation marks");
        signIf(tokens.isMark(amount.from() - 1, '(') && tokens.isMark(amount.to(), ')'), "bracketed");
    }

    /** Whether a quotation mark opens before it and one closes behind it: the words of somebody or something else. */
    private boolean isQuoted() {
        return quotationMarks(scene.sentence().from(), amount.from()) % 2 == 1
                && quotationMarks(amount.to(), scene.sentence().to() + 1) > 0;
    }

    private int quotationMarks(int from, int to) {
        int marks = 0;
        for (int i = from; i < Math.min(to, scene.tokens().size()); i++) {
            marks += scene.tokens().isOneOf(i, "\"\u201c\u201d") ? 1 : 0;
        }
        return marks;
    }

    /** How it stands on its line, and whether an amount before or behind it stands alike on another. */
    private void line() {
        int line = scene.layout().lineOf(amount.from());
        boolean first = isFirst(line, amount.from());
        boolean last = amount.to() >= scene.layout().end(line);
        signIf(first && last, "line alone");
        signIf(first && !last, "line first");
        signIf(last && !first, "line last");
        signIf(
                isAlike(scene.index() - 1, line, first, last) || isAlike(scene.index() + 1, line, first, last),
                "lines alike");
    }

    private boolean isAlike(int index, int line, boolean first, boolean last) {
        if (index < 0 || index >= scene.page().amounts().size()) {
            return false;
        }
        Amount other = scene.page().amounts().get(index);
        int its = scene.layout().lineOf(other.from());
        boolean same = (first && isFirst(its, other.from()))
                || (last && other.to() >= scene.layout().end(its));
        return its != line && same && other.kind() == amount.kind();
    }

    private boolean isFirst(int line, int token) {
        int start = scene.layout().start(line);
        while (start < token && !scene.tokens().isWord(start) && !scene.tokens().isNumber(start)) {
            start++;
        }
        return start >= token;
    }

    private void predicate() {
        Predicate predicate = scene.predicate();
        subject(predicate, "");
        if (predicate.hasVerb()) {
            sign(predicate.verb() < amount.from() ? "verb before" : "verb behind");
            subject(predicate, tense(predicate.verb()));
        }
    }

    private void subject(Predicate predicate, String tense) {
        spelling.put("sign subject ")
                .put(predicate.subject().toString())
                .put(tense)
                .mark();
    }

    private String tense(int verb) {
        Tokens tokens = scene.tokens();
        if (tokens.is(verb, Tag.MODAL) || tokens.is(verb - 1, Tag.MODAL)) {
            return " modal";
        }
        boolean past = tokens.is(verb, Tag.PAST) || (tokens.is(verb, Tag.BE) && !tokens.is(verb, Tag.PRESENT));
        return past ? " past" : " present";
    }

    private void signIf(boolean seen, String name) {
        if (seen) {
            sign(name);
        }
    }

    private void sign(String name) {
        spelling.put("sign ").put(name).mark();
    }
}
