package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the whole hours of a list whose other lines end in decimals in the same way: {@code site visit - 4} beside {@code report
 * - 2.5}, and {@code gift cards 2:40} beside {@code checkout 0:20}; the same where they stand in a column without a heading.
 *
 * <p>A whole number at the end of a line is mostly no time, so that no fewer lines than those must end in a number that is. Hours
 * and minutes are mostly times of day, so that one of them must have no hour.
 */
final class LineEnds {

    private static final int MOST_HOURS = 12;
    private static final int SECONDS_IN_HOUR = 3600;
    private static final int SECONDS_IN_MINUTE = 60;
    private static final char WORD = 'w';
    private static final char COLUMN = '\t';
    private static final char NONE = ' ';

    private final Page page;
    private final Tokens tokens;
    private final Map<Integer, Amount> amounts = new HashMap<>();
    private final Map<Character, Integer> decimals = new HashMap<>();
    private final Map<Character, List<Integer>> wholes = new HashMap<>();
    private final List<Integer> clocks = new ArrayList<>();

    /** Whether an item without a whole hour stands among those in hours and minutes. */
    private boolean below;

    /** Whether an item that ends in a decimal names work. */
    private boolean work;

    private LineEnds(Page page) {
        this.page = page;
        this.tokens = page.tokens();
        page.amounts().forEach(amount -> amounts.put(amount.to() - 1, amount));
    }

    /** The page with the whole numbers of such lists. */
    static Page read(Page page) {
        return page.has(Kind.BARE) || page.has(Kind.CELL) ? new LineEnds(page).readAll() : page;
    }

    private Page readAll() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isNumber(i) && endsItem(i)) {
                note(i);
            }
        }
        List<Amount> read = readAlike();
        return read.isEmpty() ? page : page.with(merged(read));
    }

    /** What is written as the others are that are surely time. */
    private List<Amount> readAlike() {
        List<Amount> read = new ArrayList<>();
        wholes.forEach((lead, places) -> {
            int beside = decimals.getOrDefault(lead, 0);
            if (work && lead != NONE && beside > 1 && places.size() <= beside) {
                places.forEach(i -> add(i, tokens.numeral(i).first() * SECONDS_IN_HOUR, Kind.BARE, read));
            }
        });
        if (below) {
            clocks.forEach(
                    i -> add(i, seconds(tokens.numeral(i)), tokens.isCellStart(i) ? Kind.BARE : Kind.CELL, read));
        }
        return read;
    }

    private void note(int i) {
        Numeral number = tokens.numeral(i);
        Amount amount = amounts.get(i);
        if (isWhole(i, number) && (amount == null || isInColumn(i, amount))) {
            wholes.computeIfAbsent(lead(i), any -> new ArrayList<>()).add(i);
            work |= amount != null && isOfWork(i);
        } else if (amount != null) {
            known(i, amount, number);
        } else if (number.is(Shape.COLON) && isLength(number) && isBehindText(i - 1)) {
            clocks.add(i);
        }
    }

    private boolean isWhole(int i, Numeral number) {
        return number.is(Shape.WHOLE) && isCount(number) && page.dates().covering(i) == null;
    }

    private void known(int i, Amount amount, Numeral number) {
        if (amount.is(Kind.BARE)) {
            decimals.merge(lead(i), 1, Integer::sum);
            work |= isOfWork(i);
        } else if (amount.is(Kind.CELL) && number.is(Shape.COLON)) {
            hoursAndMinutes(i, number, isInColumn(i, amount));
        }
    }

    /** {@code 0:45} has no hour; in a column {@code 00:45} is a time of day. */
    private void hoursAndMinutes(int i, Numeral number, boolean column) {
        below |= number.first() == 0 && !(column && number.firstDigits() > 1);
        if (column) {
            clocks.add(i);
        }
    }

    /** Whether it ends a row without a heading over it, with another cell before it. */
    private boolean isInColumn(int i, Amount amount) {
        return amount.is(Kind.CELL)
                && tokens.isCellStart(i)
                && Table.around(page, page.layout().lineOf(i)) == null;
    }

    private boolean endsItem(int i) {
        return i + 1 >= tokens.size() || tokens.isBreak(i + 1) || tokens.isMark(i + 1, ';') || endsLine(i + 1);
    }

    private boolean endsLine(int dot) {
        return tokens.isMark(dot, '.') && (dot + 1 >= tokens.size() || tokens.isBreak(dot + 1));
    }

    /** What leads to the number: a mark, the gap of a table, or a word where semicolons part the items. */
    private char lead(int i) {
        if (tokens.isOneOf(i - 1, ",-|;:–—") || tokens.is(i - 1, Tag.HYPHEN)) {
            char mark = tokens.source().charAt(tokens.start(i - 1));
            return tokens.isMark(i - 1, '-') && tokens.touchesPrevious(i) ? NONE : mark;
        }
        if (tokens.isCellStart(i)) {
            return COLUMN;
        }
        boolean listed = tokens.isMark(i + 1, ';') || tokens.isMark(i + 1, '.');
        return tokens.isWord(i - 1) && listed && !tokens.is(i - 1, Tag.REFERENCE) ? WORD : NONE;
    }

    private static boolean isCount(Numeral number) {
        return number.firstDigits() <= 2 && number.first() > 0 && number.first() <= MOST_HOURS;
    }

    private static boolean isLength(Numeral number) {
        return number.secondDigits() == 2 && number.second() < SECONDS_IN_MINUTE && isCount(number);
    }

    private boolean isBehindText(int i) {
        return tokens.isWord(i) && !tokens.isAny(i, Tag.PREPOSITION, Tag.DATE_WORD, Tag.SUBORDINATOR_OR_NOT, Tag.AND);
    }

    /** Whether the item names work. */
    private boolean isOfWork(int i) {
        int from = page.layout().rowStart(i);
        for (int back = i - 1; back >= from && !tokens.isMark(back, ';'); back--) {
            if (tokens.is(back, Tag.WORK)) {
                return true;
            }
        }
        return false;
    }

    private static int seconds(Numeral number) {
        return number.first() * SECONDS_IN_HOUR + number.second() * SECONDS_IN_MINUTE;
    }

    private static void add(int i, int seconds, Kind kind, List<Amount> read) {
        read.add(new Amount(i, i + 1, seconds, kind, false, List.of()));
    }

    private List<Amount> merged(List<Amount> read) {
        Set<Integer> places = read.stream().map(Amount::from).collect(Collectors.toSet());
        List<Amount> all = new ArrayList<>(page.amounts());
        all.removeIf(amount -> places.contains(amount.from()));
        all.addAll(read);
        all.sort(Comparator.comparingInt(Amount::from));
        return List.copyOf(all);
    }
}
