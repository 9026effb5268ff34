package io.tenth.extraction.internal.clause;

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
 */
public record Scene(Page page, int index, Range sentence, Range clause, Range share) {

    /**
     * A message before any judgement.
     *
     * @param tokens its own words
     * @param layout how they stand
     * @param dates the days it names
     * @param amounts the amounts it names
     * @param subject the words of its subject
     */
    public record Page(Tokens tokens, Layout layout, Dates dates, List<Amount> amounts, Tokens subject) {}

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

    List<DateMention> datesIn(Range range) {
        return page.dates().within(range.from(), range.to());
    }

    /** One past the day named at token {@code i}, or {@code i} where none is. */
    int behindDay(int i) {
        DateMention day = page.dates().covering(i);
        return day == null ? i : day.to();
    }

    boolean isBare() {
        return amount().is(Amount.Kind.BARE) || amount().is(Amount.Kind.CELL);
    }
}
