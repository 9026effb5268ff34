package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.clause.Layout;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.List;

/**
 * Finds that several amounts are given away together: {@code both written off}, {@code No charge for either.}, {@code None of
 * this is billable.} below a list, {@code 2.5 in total, which I am writing off}.
 *
 * <p>What is said of both holds for the last two, what is said of all for those of its own sentence, of the one before it or of the
 * lines above, as far up as each tells of an amount; what is said of a total for those it sums up.
 */
final class Waivers {

    /** How far behind an amount it may be given away with others, in tokens. */
    private static final int FARTHEST = 300;

    /** How far a word for all stands from the words that give it away. */
    private static final int NEAR = 6;

    private static final int MOST_BLANK = 2;
    private static final int PAIR = 2;
    private static final double SAME = 1;

    private static final Tags BEHIND_ALL = Tags.of(
            Tag.BE,
            Tag.NON_BILLABLE,
            Tag.INTERNAL,
            Tag.BILLED,
            Tag.CHARGED,
            Tag.TO,
            Tag.MODAL,
            Tag.NEGATION,
            Tag.ADVERB,
            Tag.REQUEST);

    private static final Tags AUXILIARIES = Tags.of(Tag.BE, Tag.MODAL, Tag.REQUEST, Tag.NEGATION);

    /** What may stand between a total and the words that give it away. */
    private static final Tags BEFORE_A_GIFT = Tags.of(
            Tag.TOTAL,
            Tag.IT,
            Tag.SELF,
            Tag.BE,
            Tag.HAVE,
            Tag.MODAL,
            Tag.NEGATION,
            Tag.ADVERB,
            Tag.AND,
            Tag.SUBORDINATOR,
            Tag.REQUEST,
            Tag.ALL_OF_IT,
            Tag.OF);

    private final Tokens tokens;

    Waivers(Tokens tokens) {
        this.tokens = tokens;
    }

    /** "an hour at the showroom. I'm writing off the hour": the next amount of the same length, pointed at, is given away. */
    private boolean isGivenAwayAgain(Scene scene, Tag tag) {
        List<Amount> amounts = scene.page().amounts();
        for (int next = scene.index() + 1; next < amounts.size(); next++) {
            Amount again = amounts.get(next);
            if (again.from() - scene.amount().to() > FARTHEST) {
                return false;
            }
            if (again.minutes() == scene.amount().minutes()) {
                return tokens.is(again.from() - 1, Tag.THE)
                        && !scene.sentence().covers(again.from())
                        && isGivenAwayBeside(scene, again, tag);
            }
        }
        return false;
    }

    /** Whether words right before or behind give it away, with no work of its own: "writing off the hour", "the hour is on me". */
    private boolean isGivenAwayBeside(Scene scene, Amount amount, Tag tag) {
        Range part = part(scene.layout(), amount.from());
        boolean alone = !tokens.isWord(amount.to()) || tokens.isAny(amount.to(), BEHIND_ALL);
        return alone
                && !isAsked(part)
                && (isGivenAwayBefore(scene, part.from(), amount.from(), tag)
                        || isGivenAwayBehind(scene, amount.to(), amount.to(), part.to(), tag));
    }

    /** Whether the amount is one of several of which it is said that they are {@code tag}: not charged, or internal. */
    boolean isWaived(Scene scene, Tag tag) {
        if (isGivenAwayAgain(scene, tag)) {
            return true;
        }
        int from = scene.amount().to();
        int to = Math.min(tokens.size(), from + FARTHEST);
        for (int i = from; i < to; i++) {
            boolean waived = tokens.is(i, Tag.ALL_OF_IT)
                    ? isOfAll(scene, i, tag) && reaches(scene, i)
                    : tokens.is(i, Tag.TOTAL) && isOfTotal(scene, i, tag);
            if (waived) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word stands for what was named, and that is not charged: not "both parties agreed", "not all is pro bono". */
    private boolean isOfAll(Scene scene, int all, Tag tag) {
        Range part = part(scene.layout(), all);
        int behind = behind(all);
        if (!isPronoun(all, behind) || isAsked(part) || !hasNoAmount(scene, part)) {
            return false;
        }
        return tokens.is(all, Tag.NEGATION)
                ? tag == Tag.NON_BILLABLE && isNoneCharged(behind, part.to())
                : isGivenAwayBefore(scene, part.from(), all, tag)
                        || (!tokens.has(part.from(), all, Tag.NEGATION)
                                && isGivenAwayBehind(scene, all, behind, part.to(), tag));
    }

    /** "both are on the house", "all of it will be written off": with nothing between that it could be said of. */
    private boolean isGivenAwayBehind(Scene scene, int all, int behind, int to, Tag tag) {
        for (int i = all; i < to; i++) {
            if (isGift(scene, i, to, tag)) {
                return true;
            }
            if (i >= behind && !tokens.isAny(i, BEHIND_ALL)) {
                return false;
            }
        }
        return false;
    }

    /** "no charge for either", "I won't bill any of it"; not "I don't think either should be waived". */
    private boolean isGivenAwayBefore(Scene scene, int from, int all, Tag tag) {
        for (int i = from; i < all; i++) {
            if (isGift(scene, i, all + 1, tag)) {
                return true;
            }
            if (tokens.is(i, Tag.NEGATION)) {
                return false;
            }
        }
        return false;
    }

    /** Not "both parties", "not all", "at all". */
    private boolean isPronoun(int all, int behind) {
        boolean led = tokens.is(all - 1, Tag.PREPOSITION) && !tokens.is(all - 1, Tag.LASTING);
        return !tokens.is(all - 1, Tag.NEGATION)
                && !led
                && (!tokens.isWord(behind) || tokens.isAny(behind, BEHIND_ALL));
    }

    /** One past the word with "of it", "of them" or "of which". */
    private int behind(int all) {
        int next = all + 1;
        while (tokens.is(next, Tag.ALL_OF_IT)) {
            next++;
        }
        return tokens.is(next, Tag.OF) && tokens.isAny(next + 1, Tag.IT, Tag.OTHER) ? next + 2 : next;
    }

    /** "neither is billable", "nichts davon abrechnen"; not "neither was billed", "none of it will be billed before June". */
    private boolean isNoneCharged(int behind, int to) {
        int verb = behindAuxiliaries(behind);
        boolean last = verb + 1 >= to || !tokens.isWord(verb + 1);
        return verb < to && last && isCharge(verb, tokens.has(behind, verb, Tag.MODAL));
    }

    /** One past "is", "should be", "n'est". */
    private int behindAuxiliaries(int behind) {
        int i = tokens.text(behind).endsWith("'") ? behind + 1 : behind;
        while (tokens.isAny(i, AUXILIARIES) && !tokens.isAny(i, Tag.BILLED, Tag.HAVE)) {
            i++;
        }
        return i;
    }

    private boolean isCharge(int i, boolean modal) {
        boolean ordered = tokens.is(i, Tag.CHARGED) && tokens.is(i, Tag.BILL);
        boolean told = tokens.is(i, Tag.BILLED) && (modal || !tokens.is(i, Tag.PAST));
        return ordered || told;
    }

    /** Whether words that begin here give something away; not "no charge for the scan", "the bank waived both". */
    private boolean isGift(Scene scene, int i, int to, Tag tag) {
        int behind = i + 1;
        while (tokens.is(behind, tag)) {
            behind++;
        }
        boolean said = tokens.is(i, tag) && !tokens.is(i - 1, tag) && !Charge.isOfNext(tokens, behind);
        return (said && !isPending(i, behind) && Charge.isOfTime(scene, i, behind, tag))
                || (tag == Tag.NON_BILLABLE && new Refusals(tokens).isRefusal(i, to));
    }

    /** "have not billed", "not billed yet": it will be. */
    private boolean isPending(int not, int behind) {
        return tokens.is(not, Tag.NEGATION)
                && (tokens.is(not - 1, Tag.HAVE) || tokens.isAny(behind, Tag.ADVERB, Tag.TO_DATE));
    }

    /** What stands around the word in its sentence, up to a mark on each side. */
    private Range part(Layout layout, int all) {
        int from = all;
        while (from > 0 && !layout.endsSentence(from - 1) && !tokens.isOneOf(from - 1, ",;(") && all - from < NEAR) {
            from--;
        }
        int to = all;
        while (to < tokens.size() && !layout.endsSentence(to) && !tokens.isOneOf(to, ",;)") && to - all < 2 * NEAR) {
            to++;
        }
        return new Range(from, to);
    }

    private boolean isAsked(Range part) {
        return tokens.isMark(part.to(), '?') || tokens.has(part, Tag.CONDITION);
    }

    private static boolean hasNoAmount(Scene scene, Range part) {
        List<Amount> amounts = scene.page().amounts();
        int first = scene.page().firstAmountBehind(part.from());
        return first >= amounts.size() || amounts.get(first).from() >= part.to();
    }

    /** Whether the amount is one of those that the word at token {@code all} stands for. */
    private boolean reaches(Scene scene, int all) {
        int behind = scene.page().firstAmountBehind(all) - scene.index();
        double many = tokens.word(all).value();
        if (many == PAIR && behind > PAIR) {
            return false;
        }
        if (scene.sentence().covers(all)) {
            return behind == 1 || !isSingular(all);
        }
        int remark = scene.layout().sentenceStart(all);
        boolean line = remark == 0 || tokens.isBreak(remark - 1);
        boolean next = next(scene.sentence().to()) >= remark;
        return (many == PAIR || line || next) && isChained(scene, remark);
    }

    /** "all of it", "none of it" behind an amount of the same sentence is said of that alone. */
    private boolean isSingular(int all) {
        int of = all + 1;
        return tokens.is(of, Tag.OF) && tokens.is(of + 1, Tag.IT) && !tokens.isAny(of + 1, Tag.THE, Tag.SUBORDINATOR);
    }

    /** Whether each sentence from that of the amount on up to the remark tells of an amount. */
    private boolean isChained(Scene scene, int remark) {
        int end = scene.sentence().to();
        for (int start = next(end); start < remark; start = next(end)) {
            if (start - end > MOST_BLANK + 1) {
                return false;
            }
            end = scene.layout().sentenceEnd(start);
            if (hasNoAmount(scene, new Range(start, end))) {
                return false;
            }
        }
        return next(end) - end <= MOST_BLANK + 1;
    }

    /** Where the sentence behind one that ends there begins. */
    private int next(int end) {
        int next = end + 1;
        while (tokens.isBreak(next) || tokens.isOneOf(next, "-*\u2022.")) {
            next++;
        }
        return next;
    }

    /** Whether a total that is given away stands at the word, and sums up this amount with its neighbours. */
    private boolean isOfTotal(Scene scene, int word, Tag tag) {
        List<Amount> amounts = scene.page().amounts();
        int behind = scene.page().firstAmountBehind(word);
        Range sentence =
                new Range(scene.layout().sentenceStart(word), scene.layout().sentenceEnd(word));
        boolean leads = behind < amounts.size()
                && amounts.get(behind).from() - word <= NEAR
                && sentence.covers(amounts.get(behind).from());
        int total = leads ? behind : behind - 1;
        if (total <= scene.index() || !sentence.covers(amounts.get(total).from())) {
            return false;
        }
        var said = new Range(amounts.get(total).to(), sentence.to());
        return isSum(amounts, scene.index(), total)
                && hasNoAmount(scene, said)
                && !isAsked(said)
                && isGivenAwayAtOnce(scene, said, tag);
    }

    /** "2.5 in total, which I am writing off": with nothing between that could be given away instead. */
    private boolean isGivenAwayAtOnce(Scene scene, Range said, Tag tag) {
        for (int i = said.from(); i < said.to(); i++) {
            if (isGift(scene, i, said.to(), tag)) {
                return true;
            }
            if (tokens.isWord(i) && !tokens.isAny(i, BEFORE_A_GIFT)) {
                return false;
            }
        }
        return false;
    }

    /** Whether the amounts right before the total, this one among them, add up to it. */
    private static boolean isSum(List<Amount> amounts, int index, int total) {
        double left = amounts.get(total).seconds();
        int first = total;
        while (first > 0 && left > SAME) {
            left -= amounts.get(--first).seconds();
        }
        return Math.abs(left) <= SAME && first <= index;
    }
}
