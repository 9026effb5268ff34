package io.tenth.extraction.internal.clause;

import static java.time.temporal.ChronoUnit.DAYS;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.date.DateMention;
import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.List;

/**
 * An amount in its surroundings, as a witness looks at it.
 *
 * @param page the message
 * @param index which amount of the page it is
 * @param sentence the sentence that holds it
 * @param clause the part of the sentence with one verb that holds it
 * @param share the part of the clause that is left when its other amounts have taken theirs
 * @param predicate the verb that governs it, and its subject
 */
public record Scene(Page page, int index, Range sentence, Range clause, Range share, Predicate predicate) {

    /** Days; over more no amount is spread. */
    private static final int WEEK = 7;

    /**
     * A message before any judgement.
     *
     * @param tokens its own words
     * @param layout how they stand
     * @param dates the days it names
     * @param amounts the amounts it names
     * @param subject the words of its subject
     * @param author the words of the line that says from whom it came
     */
    public record Page(Tokens tokens, Layout layout, Dates dates, List<Amount> amounts, Tokens subject, Tokens author) {

        /** The same message with other amounts. */
        Page with(List<Amount> others) {
            return new Page(tokens, layout, dates, others, subject, author);
        }

        /** Whether one of its amounts is written so. */
        boolean has(Amount.Kind kind) {
            for (Amount amount : amounts) {
                if (amount.is(kind)) {
                    return true;
                }
            }
            return false;
        }

        /** The index of the first amount that ends behind token {@code i}; their number if none does. */
        public int firstAmountBehind(int i) {
            int low = 0;
            int high = amounts.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (amounts.get(middle).to() <= i) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /** Whether an amount begins on the line. */
        public boolean hasAmount(int line) {
            int first = firstAmountBehind(layout.start(line));
            return first < amounts.size() && amounts.get(first).from() < layout.end(line);
        }
    }

    public Amount amount() {
        return page.amounts().get(index);
    }

    public Tokens tokens() {
        return page.tokens();
    }

    public Layout layout() {
        return page.layout();
    }

    boolean clauseHas(Tag tag) {
        return tokens().has(clause, tag);
    }

    boolean shareHas(Tag tag) {
        return tokens().has(share, tag);
    }

    boolean sentenceHas(Tag tag) {
        return tokens().has(sentence, tag);
    }

    /** Whether a day is named between the two tokens. */
    public boolean datesBetween(int from, int to) {
        return !page.dates().within(from, to).isEmpty();
    }

    List<DateMention> datesIn(Range range) {
        return page.dates().within(range.from(), range.to());
    }

    /** Over how many days the amount is spread: those that its clause names, "this week", "Monday to Wednesday"; else one. */
    public int daysTogether() {
        if (clauseHas(Tag.WEEK) || clauseHas(Tag.MONTH_WORD)) {
            return WEEK;
        }
        List<DateMention> named = datesIn(clause);
        for (int i = 0; i + 1 < named.size(); i++) {
            int joint = named.get(i).to();
            boolean together = tokens().isAny(joint, Tag.TO, Tag.AND, Tag.HYPHEN) || tokens().isMark(joint, '-');
            if (together && named.get(i + 1).from() == joint + 1) {
                long between = DAYS.between(named.get(i).day(), named.get(i + 1).day());
                return (int) Math.min(Math.abs(between) + 1, WEEK);
            }
        }
        return 1;
    }

    /** One past the day named at token {@code i}, or {@code i} where none is. */
    public int behindDay(int i) {
        DateMention day = page.dates().covering(i);
        return day == null ? i : day.to();
    }

    /** Whether the verb of the author stands behind the amount: "the 25 minutes I spent". */
    boolean isToldBehind() {
        return predicate.subject() == Predicate.Subject.AUTHOR && predicate.verb() >= amount().to();
    }

    public boolean isBare() {
        return amount().is(Amount.Kind.BARE) || amount().is(Amount.Kind.CELL);
    }
}
