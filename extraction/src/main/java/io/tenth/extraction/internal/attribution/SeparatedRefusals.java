package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Finds that a charge is denied where the verb stands second and its negation, with the rest of the verb, far behind:
 * {@code das rechne ich Ihnen natürlich nicht ab}, {@code zahlst du nicht}, {@code zet ik dus niet op de nota}.
 *
 * <p>What stands before such a verb is what is given away: the amount with its words, a pronoun, or nothing at all. A noun of
 * its own is another thing: {@code Porto berechne ich nicht}.
 */
final class SeparatedRefusals {

    private static final int REACH = 9;
    private static final int LINK = 3;

    /** What stands between the verb and its negation, and before it where it points back. */
    private static final Tags SMALL =
            Tags.of(Tag.ADVERB, Tag.ME, Tag.OTHER, Tag.THEIR, Tag.SELF, Tag.IT, Tag.THE, Tag.SO, Tag.BE, Tag.HAVE);

    private static final Tags LEADING = Tags.of(Tag.AND, Tag.SUBORDINATOR, Tag.CORRECTION);
    private static final Tags CLOSING = Tags.of(Tag.CHARGED, Tag.BILL, Tag.BILLED, Tag.ACCOUNT, Tag.HAVE, Tag.MODAL);

    /** A verb may have left its first part there: nicht ab, niet aan, niet door. */
    private static final Tags PARTICLES = Tags.of(Tag.PREPOSITION, Tag.BACK_OUT, Tag.BY, Tag.FROM, Tag.MATTER_LEAD);

    private static final Tags GOVERNING =
            Tags.of(Tag.FINITE, Tag.PREPOSITION, Tag.NUMBER, Tag.ARTICLE, Tag.NEGATION, Tag.MINE);

    private final Tokens tokens;

    SeparatedRefusals(Tokens tokens) {
        this.tokens = tokens;
    }

    /** "noch nicht abgerechnet", "vergeet niet het te factureren": denied twice, so that it is or will be charged. */
    static boolean isPending(Tokens tokens, int not) {
        return tokens.language().has(Habit.VERB_LAST)
                && tokens.is(not, Tag.NEGATION)
                && tokens.phrase(not - 1).has(Tag.NEGATION);
    }

    /** "Server, 2 Stunden, die Fahrt kostet Sie nichts", "Gratis-App": another thing is free than this time. */
    boolean isOfAnotherThing(Scene scene, int free) {
        if (!tokens.language().has(Habit.VERB_LAST)) {
            return false;
        }
        int first = startOfPart(free, scene.sentence().from());
        boolean journey = first >= scene.amount().to()
                && tokens.has(first, free, Tag.TRAVEL)
                && !tokens.has(scene.sentence().from(), first, Tag.TRAVEL);
        boolean compound = tokens.isTouching(free + 1, '-') && !tokens.is(free + 1, Tag.NON_BILLABLE);
        return journey || (compound && tokens.touchesPrevious(free + 2) && tokens.isWord(free + 2));
    }

    /** "er stellt uns dafür keine Rechnung", but not "von uns bekommen Sie keine Rechnung". */
    boolean isForUs(int not) {
        if (!tokens.language().has(Habit.VERB_LAST)) {
            return false;
        }
        int first = startOfPart(not, Math.max(0, not - REACH));
        int us = tokens.find(first, not, Tag.ME);
        return us > first
                && !tokens.is(us - 1, Tag.PREPOSITION)
                && (tokens.is(first, Tag.OTHER) || tokens.has(first, us, Tag.ROLE))
                && !tokens.has(first, not, Tag.SELF)
                && !tokens.phrase(first).has(Tag.ACCOUNT);
    }

    /** Whether the sentence of the amount, or the next one that points back to it, says that it is not charged. */
    boolean isRefused(Scene scene) {
        return tokens.language().has(Habit.VERB_LAST)
                && (isRefusedHere(scene) || isRefusedAround(scene) || isRefusedBehind(scene));
    }

    /** "Die Stunde bin ich gefahren, berechne sie Ihnen aber nicht", not "2 Stunden Antrag, Porto berechne ich nicht". */
    private boolean isRefusedHere(Scene scene) {
        for (int i = scene.amount().to(); i < scene.sentence().to(); i++) {
            int first = startOfPart(i, scene.sentence().from());
            boolean own = first <= scene.amount().from() || isPointing(first, i);
            if (own && isRefusal(first, i, scene.sentence().to()) && Charge.isSaidOf(scene, i, i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** "drum berechne ich die drei Stunden Sitzung auch nicht", not "berechne ich 2 Stunden, nicht 3". */
    private boolean isRefusedAround(Scene scene) {
        int first = startOfPart(scene.amount().from(), scene.sentence().from());
        for (int i = first; i < scene.amount().from(); i++) {
            if (isVerb(i) && isPointing(first, i)) {
                int to = Math.min(
                        endOfPart(scene.amount().to(), scene.sentence().to()),
                        scene.amount().to() + REACH);
                int not = tokens.find(scene.amount().to(), to, Tag.NEGATION);
                return isSmall(i + 1, scene.amount().from()) && not >= 0 && isFinal(not, to);
            }
        }
        return false;
    }

    /** "Das rechne ich Ihnen nicht ab.", "Kostet Sie keinen Cent.": the next sentence of the line up to its first comma. */
    private boolean isRefusedBehind(Scene scene) {
        int from = scene.sentence().to() + 1;
        if (from >= tokens.size() || tokens.isBreak(from - 1) || tokens.isBreak(from)) {
            return false;
        }
        var part = new Range(from, endOfPart(from, scene.layout().sentenceEnd(from)));
        int next = scene.page().firstAmountBehind(from);
        boolean amount = next < scene.page().amounts().size()
                && scene.page().amounts().get(next).from() < part.to();
        if (amount) {
            return false;
        }
        for (int i = from; i < part.to(); i++) {
            if (isPointing(from, i) && isRefusal(from, i, part.to())) {
                return true;
            }
        }
        return isGivenAway(part);
    }

    /** "Das stelle ich ihr nicht in Rechnung", "Dat schenk ik je": a pronoun, and nothing else that it could be said of. */
    private boolean isGivenAway(Range part) {
        int said = tokens.find(part.from(), part.to(), Tag.NON_BILLABLE);
        if (said == part.from() && tokens.phrase(said).has(Tag.NON_BILLABLE)) {
            return isWhole(part);
        }
        boolean pronoun = tokens.isAny(part.from(), Tag.IT, Tag.THE) && !isNoun(part.from() + 1);
        return pronoun
                && said > part.from()
                && !Charge.isDenied(tokens, said)
                && tokens.has(part, Tag.SELF)
                && isVerbal(part.from() + 1)
                && isSmall(part.from() + 2, said);
    }

    private boolean isWhole(Range part) {
        for (int i = part.from(); i < part.to(); i++) {
            if (!tokens.is(i, Tag.NON_BILLABLE)) {
                return false;
            }
        }
        return true;
    }

    private boolean isVerbal(int i) {
        return tokens.isAny(i, Tag.FINITE, Tag.BILL, Tag.NON_BILLABLE) || tokens.is(i + 1, Tag.SELF);
    }

    /** Whether the verb of charging or of paying at token {@code i} is denied. */
    private boolean isRefusal(int first, int i, int end) {
        if (!isVerb(i) || isOfSomebodyElse(first, i)) {
            return false;
        }
        int to = endOfPart(i, Math.min(end, i + REACH));
        int not = tokens.find(i + 1, to, Tag.NEGATION);
        return not >= 0 && isSmall(i + 1, not) && isFinal(not, endOfPart(i, end));
    }

    /** Of charging, or with its pronoun of paying: rechne, kostet Sie, zahlst du. */
    private boolean isVerb(int i) {
        boolean charges = tokens.is(i, Tag.CHARGED) && tokens.is(i, Tag.BILL);
        boolean pays =
                tokens.phrase(i).has(Tag.ACCOUNT) && !tokens.phrase(i - 1).has(Tag.ACCOUNT);
        return (charges || pays) && !tokens.is(i, Tag.BILLED);
    }

    /** "Er will das nicht berechnen", but not "Sie zahlen das nicht". */
    private boolean isOfSomebodyElse(int first, int i) {
        return !tokens.phrase(i).has(Tag.ACCOUNT) && tokens.has(first, i, Tag.OTHER);
    }

    /** Whether only words that point back stand before the verb, or none. */
    private boolean isPointing(int first, int verb) {
        int from = tokens.isAny(first, LEADING) ? first + 1 : first;
        return verb - from <= LINK && isSmall(from, verb);
    }

    /** Whether no noun stands there, with or without an article. */
    private boolean isSmall(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean article = tokens.is(i, Tag.THE) && i + 1 < to && !tokens.isAny(i + 1, SMALL);
            boolean small = tokens.isAny(i, SMALL) || tokens.phrase(i).has(Tag.ACCOUNT) || isAdverb(i);
            if (article || !small) {
                return false;
            }
        }
        return true;
    }

    /** A word that does not lead to a noun, and is none: natürlich, selbstverständlich, uiteraard. */
    private boolean isAdverb(int i) {
        boolean nouns = tokens.language().has(Habit.CAPITAL_NOUNS);
        boolean plain = nouns || !tokens.word(i).known() || tokens.isAny(i, Tag.SUBORDINATOR, Tag.NO_MATTER);
        return plain && tokens.isWord(i) && !tokens.isCapitalised(i) && !tokens.isAny(i, GOVERNING);
    }

    private boolean isNoun(int i) {
        return !tokens.isWord(i) || (tokens.isCapitalised(i) && !tokens.isAny(i, SMALL));
    }

    /** Not "noch nicht", nor "nicht pauschal, sondern": the denial ends with what is left of the verb. */
    private boolean isFinal(int not, int end) {
        boolean pending = isPending(tokens, not + 1) || isPending(tokens, not);
        boolean other = tokens.isAny(not, Tag.CEILING, Tag.NON_BILLABLE);
        boolean instead = tokens.isMark(end, ',') && tokens.is(end + 1, Tag.CORRECTION);
        return !pending && !other && !instead && endsVerb(not + 1, end);
    }

    /** Whether nothing follows but the rest of the verb: nicht ab, niets te hebben, niet op de nota. */
    private boolean endsVerb(int next, int end) {
        if (next >= end || !tokens.isWord(next) || tokens.isAny(next, CLOSING)) {
            return true;
        }
        boolean closed = next + 1 >= end || tokens.isAny(next + 1, CLOSING);
        boolean account = tokens.has(next, Math.min(end, next + LINK), Tag.ACCOUNT);
        return tokens.isAny(next, PARTICLES) && (account || closed);
    }

    private int startOfPart(int i, int from) {
        int first = i;
        while (first > from && !tokens.isOneOf(first - 1, ",;:()")) {
            first--;
        }
        return first;
    }

    private int endOfPart(int i, int to) {
        int end = i;
        while (end < to && !tokens.isOneOf(end, ",;:()")) {
            end++;
        }
        return end;
    }
}
