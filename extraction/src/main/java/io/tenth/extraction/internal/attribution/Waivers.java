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
 * <p>What is said of both holds for the last two, what is said of all for those of its own sentence and of the sentences or lines
 * before it, as far back as each tells of an amount; what is said of a total for those it sums up.
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
            Tag.MODAL,
            Tag.NEGATION,
            Tag.ADVERB,
            Tag.REQUEST);

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
    private final Refusals refusals;

    Waivers(Tokens tokens) {
        this.tokens = tokens;
        this.refusals = new Refusals(tokens);
    }

    /** Whether the amount is one of several of which it is said that they are {@code tag}: not charged, or internal. */
    boolean isWaived(Scene scene, Tag tag) {
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
        return isPronoun(all, behind)
                && !isAsked(part)
                && hasNoAmount(scene, part)
                && (isGivenAway(new Range(part.from(), Math.min(part.to(), behind + NEAR)), tag)
                        || (tag == Tag.NON_BILLABLE && isNoneCharged(all, part.to())));
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

    /** "neither is billable", "nichts davon abrechnen"; not "neither has been billed". */
    private boolean isNoneCharged(int all, int to) {
        var said = new Range(all + 1, to);
        return tokens.is(all, Tag.NEGATION)
                && (tokens.has(said, Tag.BILLED) || tokens.has(said, Tag.CHARGED))
                && !tokens.has(said, Tag.HAVE);
    }

    /** "have not billed": it will be. */
    private boolean isPending(int not) {
        return tokens.is(not, Tag.NEGATION) && tokens.is(not - 1, Tag.HAVE);
    }

    private boolean isGivenAway(Range part, Tag tag) {
        for (int i = part.from(); i < part.to(); i++) {
            if (isGift(i, part.to(), tag)) {
                return true;
            }
        }
        return false;
    }

    /** Whether words that begin here give something away; not "no charge for the scan". */
    private boolean isGift(int i, int to, Tag tag) {
        int behind = i + 1;
        while (tokens.is(behind, tag)) {
            behind++;
        }
        boolean said = tokens.is(i, tag) && !tokens.is(i - 1, tag) && !Charge.isOfNext(tokens, behind);
        return (said && !isPending(i) && !Charge.isDenied(tokens, i))
                || (tag == Tag.NON_BILLABLE && refusals.isRefusal(i, to));
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
        boolean pair = tokens.word(all).value() == PAIR;
        boolean same = scene.sentence().covers(all);
        return (!pair || behind <= PAIR)
                && (same || isChained(scene, scene.layout().sentenceStart(all)));
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
                && isGivenAwayAtOnce(said, tag);
    }

    /** "2.5 in total, which I am writing off": with nothing between that could be given away instead. */
    private boolean isGivenAwayAtOnce(Range said, Tag tag) {
        for (int i = said.from(); i < said.to(); i++) {
            if (isGift(i, said.to(), tag)) {
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
