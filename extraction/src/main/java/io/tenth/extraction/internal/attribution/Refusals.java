package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Finds that a charge is denied by the parts of the sentence and not by a fixed phrase: {@code which isn't charged to them},
 * {@code you won't see it on any invoice}, {@code stays off their bill}, {@code das rechne ich Ihnen nicht ab}.
 *
 * <p>What is only not charged yet, or not charged at so many hours, is no refusal.
 */
final class Refusals {

    private static final int REACH = 7;
    private static final int REMARK = 14;

    private final Tokens tokens;
    private final CliticRefusals clitics;

    Refusals(Tokens tokens) {
        this.tokens = tokens;
        this.clitics = new CliticRefusals(tokens);
    }

    /** Whether the sentence of the amount, or a next one that means it, says that it is not charged. */
    boolean isRefused(Scene scene) {
        Range sentence = scene.sentence();
        for (int i = scene.amount().to(); i < sentence.to(); i++) {
            if (isRefusal(i, sentence.to()) && Charge.isSaidOf(scene, i, i + 1)) {
                return true;
            }
        }
        return isRefusedBehind(scene) || new SeparatedRefusals(tokens).isRefused(scene);
    }

    /** "My fault, so it stays off their bill.": the next sentence of the line, where it has no amount and points back. */
    private boolean isRefusedBehind(Scene scene) {
        int from = scene.sentence().to() + 1;
        if (from >= tokens.size() || tokens.isBreak(from - 1) || tokens.isBreak(from)) {
            return false;
        }
        int to = scene.layout().sentenceEnd(from);
        int next = scene.page().firstAmountBehind(from);
        boolean amount = next < scene.page().amounts().size()
                && scene.page().amounts().get(next).from() < to;
        boolean remark = !amount && to - from <= REMARK && !tokens.isMark(to, '?');
        for (int i = from; remark && i < to; i++) {
            if (isRefusal(i, to)) {
                return tokens.has(from, to, Tag.IT);
            }
        }
        return false;
    }

    /** Whether words that begin at token {@code i} deny that something is charged. */
    boolean isRefusal(int i, int end) {
        int to = Math.min(end, i + REACH);
        if (tokens.is(i, Tag.NEGATION)) {
            return clitics.isRefusal(i, end) || isDenied(i, to);
        }
        if (tokens.is(i, Tag.AWAY)) {
            return tokens.has(i + 1, Math.min(end, i + 4), Tag.ACCOUNT) && isPlain(i + 1, i + 4);
        }
        boolean verb = tokens.language().has(Habit.VERB_LAST) && isCharge(i);
        int not = verb ? tokens.find(i + 1, to, Tag.NEGATION) : -1;
        return not >= 0 && isPlain(i + 1, not + 2) && isFinal(not);
    }

    private boolean isDenied(int not, int to) {
        return isFinal(not) && charges(not + 1, to) && !new SeparatedRefusals(tokens).isForUs(not);
    }

    /** "have not billed it", "nothing has been billed", "is not invoiced yet": it will be. */
    private boolean isFinal(int not) {
        boolean yet = tokens.isAny(not + 1, Tag.ADVERB, Tag.TO_DATE, Tag.HAVE)
                || SeparatedRefusals.isPending(tokens, not)
                || SeparatedRefusals.isPending(tokens, not + 1);
        return !yet && !tokens.isAny(not, Tag.HAVE, Tag.NON_BILLABLE) && !tokens.is(not - 1, Tag.HAVE);
    }

    /** Whether a word of charging stands in the range, with nothing before or right behind it that is charged instead. */
    private boolean charges(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!tokens.isWord(i) || tokens.is(i, Tag.NON_BILLABLE) || isOrdered(from, i)) {
                return false;
            }
            if ((isCharge(i) && !isOfThing(i + 1)) || tokens.is(i, Tag.ACCOUNT)) {
                boolean other = clitics.isToUs(from - 1, i) || clitics.isPending(from - 1, i);
                return !other && isPlain(from, i + 3);
            }
        }
        return false;
    }

    /** "don't forget to charge it", but not "nothing to charge". */
    private boolean isOrdered(int from, int i) {
        return i > from && tokens.is(i, Tag.TO) && isCharge(i + 1);
    }

    /** "put people in the street": another thing than time. */
    private boolean isOfThing(int i) {
        return tokens.isWord(i)
                && !tokens.isAny(i, Tag.IT, Tag.OTHER, Tag.ME, Tag.PREPOSITION)
                && !tokens.isAny(i, Tag.THEIR, Tag.THE, Tag.TO, Tag.ADVERB);
    }

    private boolean isCharge(int i) {
        return tokens.is(i, Tag.BILLED) || (tokens.is(i, Tag.CHARGED) && tokens.is(i, Tag.BILL));
    }

    private boolean isPlain(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean counts = tokens.isNumber(i) || tokens.isAny(i, Tag.NUMBER, Tag.HOUR, Tag.FRACTION);
            if (counts || tokens.isAny(i, Tag.AND, Tag.SUPERSEDING)) {
                return false;
            }
        }
        return true;
    }
}
