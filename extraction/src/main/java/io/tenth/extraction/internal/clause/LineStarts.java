package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;
import java.util.List;

/**
 * Reads hours and minutes that begin the rows of a list as lengths: {@code 00:48  Sycamore Title  affidavit} above {@code 00:12
 * Banerjee Dental  voicemail}, as timers write them.
 *
 * <p>What begins a row is mostly a time of day. Times of day go up from row to row; so that the rows are of lengths only where
 * they do not, and one of them has no hour.
 */
final class LineStarts {

    /** A row of times over midnight falls once, and has hours of the evening. */
    private static final int NOON = 12;

    private final Page page;
    private final Tokens tokens;

    private LineStarts(Page page) {
        this.page = page;
        this.tokens = page.tokens();
    }

    /** The page with the lengths of such rows. */
    static Page read(Page page) {
        return page.has(Kind.CELL) ? new LineStarts(page).readAll() : page;
    }

    private Page readAll() {
        List<Amount> firsts = page.amounts().stream().filter(this::isFirst).toList();
        return areLengths(firsts)
                ? page.with(page.amounts().stream()
                        .map(amount -> firsts.contains(amount) ? asLength(amount) : amount)
                        .toList())
                : page;
    }

    /** Whether it is alone in the first cell of a row without a heading over it. */
    private boolean isFirst(Amount amount) {
        int line = page.layout().lineOf(amount.from());
        return amount.is(Kind.CELL)
                && tokens.numeral(amount.from()).is(Shape.COLON)
                && page.layout().start(line) == amount.from()
                && tokens.isCellStart(amount.to())
                && Table.around(page, line) == null;
    }

    private boolean areLengths(List<Amount> firsts) {
        boolean later = false;
        for (int i = 1; i < firsts.size(); i++) {
            later |= firsts.get(i).seconds() < firsts.get(i - 1).seconds();
        }
        return later
                && firsts.stream().anyMatch(this::isWithoutHour)
                && firsts.stream()
                        .noneMatch(amount -> tokens.numeral(amount.from()).first() >= NOON);
    }

    private boolean isWithoutHour(Amount amount) {
        return tokens.numeral(amount.from()).first() == 0;
    }

    private static Amount asLength(Amount cell) {
        return new Amount(cell.from(), cell.to(), cell.seconds(), Kind.BARE, false, List.of());
    }
}
