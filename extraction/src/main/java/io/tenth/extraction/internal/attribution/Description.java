package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.date.DateMention;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the work in a few words, as a bill has them: what stands beside the amount, without the amount, the day, the person
 * and what only leads to the work. Every word is one of the message.
 */
final class Description {

    /** What is said of the time and not of the work, and what stands before it. */
    private static final Tags OF_TIME =
            Tags.of(Tag.THE, Tag.ARTICLE, Tag.HOUR, Tag.MINUTE, Tag.REPORT, Tag.DATE_WORD, Tag.NON_BILLABLE);

    private static final int LONGEST = 160;
    private static final int LONGEST_NAME = 4;

    /** What says that time was spent, but not on what. */
    private static final Tags LEADING = Tags.of(
            Tag.SELF,
            Tag.SPEND,
            Tag.AND,
            Tag.PREPOSITION,
            Tag.ADVERB,
            Tag.REQUEST,
            Tag.BILL,
            Tag.BE,
            Tag.HAVE,
            Tag.EACH,
            Tag.TOTAL,
            Tag.APPROXIMATE,
            Tag.IT,
            Tag.OR,
            Tag.SUBORDINATOR,
            Tag.TODAY,
            Tag.YESTERDAY);

    private static final Tags TRAILING = Tags.of(
            Tag.SPEND,
            Tag.TAKE,
            Tag.AND,
            Tag.PREPOSITION,
            Tag.ME,
            Tag.APPROXIMATE,
            Tag.BE,
            Tag.HAVE,
            Tag.SELF,
            Tag.ADVERB,
            Tag.THE,
            Tag.ARTICLE,
            Tag.SUBORDINATOR,
            Tag.TODAY,
            Tag.YESTERDAY,
            Tag.TOTAL,
            Tag.OF);

    private final Scene scene;
    private final Tokens tokens;

    private Description(Scene scene) {
        this.scene = scene;
        this.tokens = scene.tokens();
    }

    static String of(Scene scene) {
        return new Description(scene).text();
    }

    private String text() {
        int start = scene.layout().rowStart(scene.amount().from());
        var row = new Range(start, Math.max(scene.share().to(), start));
        for (Range place : List.of(scene.share(), scene.clause(), scene.sentence(), row)) {
            Range best = best(place);
            if (!best.isEmpty()) {
                return written(best);
            }
        }
        return "";
    }

    /** Of the parts of the place that the amount and the cells of a row make, the one that says most of the work. */
    private Range best(Range place) {
        Range best = new Range(place.from(), place.from());
        int most = 0;
        for (Range part : parts(place)) {
            Range trimmed = trimmed(part);
            int worth = worth(trimmed);
            if (worth > most) {
                most = worth;
                best = trimmed;
            }
        }
        return best;
    }

    private List<Range> parts(Range place) {
        List<Range> parts = new ArrayList<>();
        int from = place.from();
        int next = scene.page().firstAmountBehind(place.from());
        for (int i = place.from(); i < place.to(); i++) {
            boolean amount = next < scene.page().amounts().size()
                    && i >= scene.page().amounts().get(next).from();
            if (amount || (i > from && tokens.isCellStart(i))) {
                parts.add(new Range(from, i));
                from = amount ? scene.page().amounts().get(next++).to() : i;
                i = Math.max(i, from - 1);
            }
        }
        parts.add(new Range(from, Math.max(from, place.to())));
        return parts;
    }

    /** How much a part says: each word counts, one of work more, and nothing but talk of time is nothing. */
    private int worth(Range part) {
        int words = 0;
        boolean work = false;
        for (int i = part.from(); i < part.to(); i++) {
            boolean content = tokens.isWord(i) && !tokens.isAny(i, LEADING) && !tokens.isAny(i, OF_TIME);
            words += content ? 1 : 0;
            work |= tokens.is(i, Tag.WORK);
        }
        return work ? words + 4 : words;
    }

    private Range trimmed(Range part) {
        int from = part.from();
        int to = part.to();
        int next = skipped(from, to);
        while (next > from) {
            from = next;
            next = skipped(from, to);
        }
        while (to > from && isTrailing(to - 1)) {
            to--;
        }
        return new Range(from, Math.max(from, to));
    }

    /** One past what only leads to the work at token {@code i}, or {@code i}. */
    private int skipped(int i, int to) {
        if (i >= to) {
            return i;
        }
        DateMention day = scene.page().dates().covering(i);
        if (day != null) {
            return Math.min(to, tokens.is(day.to(), Tag.POSSESSIVE) ? day.to() + 1 : day.to());
        }
        int behind = behindName(i);
        if (behind > i) {
            return Math.min(to, behind);
        }
        return isItemNumber(i) ? i + 2 : isLeadingMark(i) || isLead(i) ? i + 1 : i;
    }

    /** One past the comma of "Hi Sam," at the start of a line, or {@code i}: whoever is spoken to is no part of the work. */
    private int behindName(int i) {
        int end = i;
        while (end < i + LONGEST_NAME && tokens.isCapitalised(end) && !tokens.is(end, Tag.WORK)) {
            end++;
        }
        boolean first = i == 0 || tokens.isBreak(i - 1);
        return first && end > i && tokens.isMark(end, ',') ? end + 1 : i;
    }

    private boolean isItemNumber(int i) {
        return tokens.isNumber(i) && tokens.isOneOf(i + 1, ".)") && tokens.touchesPrevious(i + 1);
    }

    private boolean isLeadingMark(int i) {
        return !tokens.isWord(i) && !tokens.isNumber(i) && !tokens.isOneOf(i, "(#§");
    }

    /** Whether the word only leads to the work: no noun of work, and no prefix as in "re-running". */
    private boolean isLead(int i) {
        boolean noun = tokens.is(i, Tag.WORK) && !tokens.isAny(i, Tag.SPEND, Tag.BE, Tag.HAVE);
        return tokens.isAny(i, LEADING) && !noun && !tokens.isTouching(i + 1, '-');
    }

    private boolean isTrailing(int i) {
        if (!tokens.isWord(i) && !tokens.isNumber(i)) {
            return !tokens.isOneOf(i, ")\"”");
        }
        boolean made = tokens.is(i, Tag.PAST) && tokens.is(i - 1, Tag.SELF);
        return made || scene.page().dates().covering(i) != null || isTail(i);
    }

    private boolean isTail(int i) {
        boolean noun = tokens.is(i, Tag.WORK) && !tokens.isAny(i, Tag.TAKE, Tag.SPEND);
        return tokens.isAny(i, TRAILING) && !noun;
    }

    private String written(Range part) {
        String text = onOneLine(tokens.text(part.from(), part.to()));
        if (text.endsWith(")") && text.indexOf('(') < 0) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.length() > LONGEST) {
            int blank = text.lastIndexOf(' ', LONGEST);
            text = text.substring(0, blank > 0 ? blank : LONGEST);
        }
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The text with one blank for each run of blanks and line ends. */
    private static String onOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
            if (!blank || !gap) {
                line.append(blank ? ' ' : c);
            }
            gap = blank;
        }
        return line.toString();
    }
}
