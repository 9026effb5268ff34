package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Tells whether a figure is one that was written down, and by whom: {@code I put 4.5 on the sheet}, {@code her entry says 4.5}.
 * What should have been otherwise is then the figure; of anything else it is the time itself: {@code it took three hours and
 * should have been one}.
 */
final class RecordedFigures {

    /** How far before the figure the verb or the record may stand, and how far before the record its owner. */
    private static final int REACH = 12;

    private static final int OWNER = 3;

    /** How far behind the figure it is said of what it is. */
    private static final int BEHIND = 4;

    /** What may stand between the verb and the figure. */
    private static final Tags SMALL = Tags.of(
            Tag.ADVERB,
            Tag.APPROXIMATE,
            Tag.ARTICLE,
            Tag.THE,
            Tag.IT,
            Tag.OTHER,
            Tag.ME,
            Tag.CHANGE,
            Tag.PREPOSITION,
            Tag.DATE_WORD,
            Tag.RESET_TO);

    private static final Tags BEFORE_VERB = Tags.of(Tag.HAVE, Tag.ADVERB, Tag.ME, Tag.DATE_WORD);
    private static final Tags VERBS = Tags.of(Tag.BOOKED, Tag.SAY, Tag.HAVE);

    /** What the time itself is said with. */
    private static final Tags OF_TIME = Tags.of(Tag.BE, Tag.TAKE, Tag.SPEND, Tag.LASTING);

    private static final Tags TO_COME = Tags.of(Tag.PLAN, Tag.NEXT, Tag.TOMORROW, Tag.ESTIMATE, Tag.LIMIT, Tag.OFFER);

    private final Tokens tokens;

    RecordedFigures(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether the author wrote it down, or it stands in a record that is nobody else's. */
    boolean isOwn(Scene scene) {
        Amount amount = scene.amount();
        if (isTimeItself(amount) || isToCome(amount)) {
            return false;
        }
        int verb = verb(scene);
        boolean told = verb >= 0 && isByAuthor(scene, verb);
        boolean passive = tokens.phrase(verb).has(Tag.BOOKED);
        return told || ((passive || !tokens.is(verb, Tag.BOOKED)) && (isInRecord(scene, false) || isOnSheet(amount)));
    }

    /** "Dana put 4.5 on her sheet", "their invoice says 3.0", "your 2.3": a line that is not the author's to put right. */
    boolean isOfSomebody(Scene scene) {
        Amount amount = scene.amount();
        int verb = verb(scene);
        if (isTimeItself(amount) || (verb >= 0 && isByAuthor(scene, verb))) {
            return false;
        }
        int from = Math.max(scene.sentence().from(), amount.from() - REACH);
        boolean me = tokens.has(from, amount.to() + BEHIND, Tag.ME);
        boolean sheet = isTheirs(amount.to() + 2) && tokens.is(amount.to(), Tag.PREPOSITION);
        return !me && (isBySomebody(verb) || sheet || isTheirsAlone(scene) || isInRecord(scene, true));
    }

    /** "your 2.3 should read 1.3", with nothing of the author in the sentence. */
    private boolean isTheirsAlone(Scene scene) {
        return tokens.is(scene.amount().from() - 1, Tag.THEIR)
                && !scene.sentenceHas(Tag.SELF)
                && !scene.sentenceHas(Tag.MINE);
    }

    /** "should have been": what was written down is wrong, but what took so long did take it. */
    private boolean isPast(int word, int to) {
        for (int i = word; i < to; i++) {
            if (tokens.phrase(i).has(Tag.CORRECTION)
                    && tokens.isAny(i, Tag.BE, Tag.HAVE)
                    && tokens.isAny(i, Tag.PAST, Tag.HAVE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word puts right what the first is: of a time that passed nothing should have been otherwise. */
    boolean canBeWrong(Scene first, int word, int to) {
        return !isPast(word, to) || isOne(first);
    }

    /** Whether it was written down by anybody. */
    boolean isOne(Scene first) {
        return isOwn(first) || isOfSomebody(first);
    }

    /** "Should read 2.25", "Should have been 0.8": the words of the correction are all that stands before its figure. */
    boolean opens(Scene second, int word) {
        int last = second.amount().from() - 1;
        while (last > word && tokens.isAny(last, Tag.APPROXIMATE, Tag.ADVERB, Tag.CORRECTION)) {
            last--;
        }
        return last == word
                && word == second.sentence().from()
                && tokens.phrase(word).has(Tag.CORRECTION);
    }

    private boolean isBySomebody(int verb) {
        boolean other = tokens.isAny(verb - 1, Tag.OTHER, Tag.ROLE) || tokens.isName(verb - 1);
        return tokens.is(verb, Tag.BOOKED) && other;
    }

    private boolean isTimeItself(Amount amount) {
        int before = amount.from() - 1;
        while (tokens.isAny(before, Tag.ADVERB, Tag.APPROXIMATE)) {
            before--;
        }
        boolean in = tokens.is(before, Tag.PREPOSITION) && tokens.is(before - 1, Tag.BOOKED);
        return !in && !tokens.isAny(before, Tag.RESET_TO, Tag.BOOKED) && tokens.isAny(before, OF_TIME);
    }

    private boolean isToCome(Amount amount) {
        for (int i = amount.to(); i < amount.to() + BEHIND && tokens.isWord(i); i++) {
            if (tokens.isAny(i, TO_COME)) {
                return true;
            }
        }
        return false;
    }

    /** The verb of writing down that the figure belongs to, right before it or before "as" and what was done; or -1. */
    private int verb(Scene scene) {
        int first = Math.max(scene.sentence().from(), scene.amount().from() - REACH);
        boolean put = tokens.is(scene.amount().from() - 1, Tag.RESET_TO);
        boolean beside = true;
        for (int i = scene.amount().from() - 1; i >= first && !tokens.isOneOf(i, ";:()"); i--) {
            boolean booked = tokens.is(i, Tag.BOOKED);
            if ((beside && tokens.isAny(i, VERBS)) || (put && booked)) {
                return i;
            }
            beside &= tokens.isAny(i, SMALL);
        }
        return -1;
    }

    /** "I put", "I've just entered", and where it opens the sentence "Put down". */
    private boolean isByAuthor(Scene scene, int verb) {
        int from = scene.sentence().from();
        int subject = verb - 1;
        while (subject >= from && tokens.isAny(subject, BEFORE_VERB) && !tokens.is(subject, Tag.SELF)) {
            subject--;
        }
        boolean opens = subject < from || !tokens.isWord(subject);
        return tokens.is(subject, Tag.SELF) || (opens && tokens.is(verb, Tag.BOOKED));
    }

    /** "my entry for Thursday shows", "the sheet says", "Priya's entry for the motion says": the record before its figure. */
    private boolean isInRecord(Scene scene, boolean theirs) {
        int first = Math.max(scene.sentence().from(), scene.amount().from() - REACH);
        for (int i = scene.amount().from() - 2; i >= first; i--) {
            if (tokens.is(i, Tag.REPORT) && tokens.isWord(i + 1)) {
                return theirs ? isTheirs(i) : isOurs(i);
            }
        }
        return false;
    }

    /** "on my sheet", "in the log" behind the figure. */
    private boolean isOnSheet(Amount amount) {
        int noun = amount.to() + 2;
        return tokens.is(amount.to(), Tag.PREPOSITION) && tokens.is(noun, Tag.REPORT) && isOurs(noun);
    }

    private boolean isOurs(int noun) {
        boolean pointed = false;
        for (int i = noun - 1; i >= noun - OWNER; i--) {
            pointed |= tokens.isAny(i, Tag.MINE, Tag.THE);
        }
        return pointed && !isTheirs(noun);
    }

    private boolean isTheirs(int noun) {
        boolean theirs = false;
        for (int i = noun - 1; i >= noun - OWNER; i--) {
            boolean dated = tokens.is(i - 1, Tag.DATE_WORD);
            theirs |= tokens.is(i, Tag.THEIR) || (tokens.is(i, Tag.POSSESSIVE) && !dated);
        }
        return theirs && tokens.is(noun, Tag.REPORT);
    }
}
