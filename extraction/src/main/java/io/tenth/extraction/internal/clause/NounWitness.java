package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Set;

/** Looks at what stands right around the amount: the noun it is an attribute of, and the word that leads it. */
final class NounWitness implements Witness {

    private static final Tags CLOSING =
            Tags.of(Tag.PREPOSITION, Tag.GERUND, Tag.WORK, Tag.FINITE, Tag.AND, Tag.THE, Tag.DATE_WORD);

    private static final int PART_LOOK = 4;

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        Amount amount = scene.amount();
        if (leads(tokens, amount, Tag.CEILING) || isCeilingBehind(tokens, amount.to())) {
            seen.add(Evidence.UPPER_LIMIT_ONLY);
        }
        if (!amount.is(Kind.CLOCK)) {
            period(tokens, amount, seen);
        }
        boolean lastDays = amount.is(Kind.DAYS) && tokens.is(amount.from() - 1, Tag.LAST);
        if (lastDays || isRate(tokens, amount)) {
            seen.add(Evidence.RATE);
        }
        if (tokens.is(amount.to(), Tag.EACH)) {
            seen.add(Evidence.EACH_OF_US);
        }
        if (isPart(scene)) {
            seen.add(Evidence.PART_OF_ANOTHER);
        }
        noun(scene, seen);
    }

    /** "3.5 h on the script, of which 1 h was debugging", "1 hour of it was lunch": nothing beside what it is a part of. */
    private static boolean isPart(Scene scene) {
        Tokens tokens = scene.tokens();
        Amount amount = scene.amount();
        boolean behind = tokens.is(amount.to(), Tag.OF) && tokens.isAny(amount.to() + 1, Tag.IT, Tag.OTHER);
        int of = tokens.find(amount.from() - PART_LOOK, amount.from(), Tag.OF);
        boolean before = of >= 0 && tokens.isAny(of + 1, Tag.IT, Tag.OTHER) && !tokens.is(of + 2, Tag.WORK);
        boolean apart = tokens.isOneOf(amount.from() - 1, ",-:;") || amount.is(Kind.CLOCK);
        return scene.index() > 0 && (behind || (before && !apart));
    }

    private static void period(Tokens tokens, Amount amount, Set<Evidence> seen) {
        if (isDeadline(tokens, amount)) {
            seen.add(Evidence.DEADLINE_OR_NOTICE);
        }
        if (isSpan(tokens, amount.to())) {
            seen.add(Evidence.BEFORE_OR_AFTER_SOMETHING);
        }
    }

    /** "2 hours max"; not "duas horas até Évora". */
    private static boolean isCeilingBehind(Tokens tokens, int i) {
        return tokens.is(i, Tag.CEILING) && !tokens.is(i, Tag.TO);
    }

    private static void noun(Scene scene, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        Amount amount = scene.amount();
        int noun = governedNoun(tokens, amount, scene.clause().to());
        if (tokens.is(noun, Tag.NOT_WORK)) {
            seen.add(Evidence.NOUN_OF_NO_WORK);
        }
        if (tokens.is(noun, Tag.FIGURE) && (amount.attributive() || tokens.isMark(noun - 1, '\''))) {
            seen.add(Evidence.FIGURE_OF_SPEECH);
        }
    }

    /** Whether a word of the role leads the amount; small words between them do not count. */
    private static boolean leads(Tokens tokens, Amount amount, Tag tag) {
        int last = amount.from() - 1;
        for (int small = 0; small < 2 && tokens.isAny(last, Tag.THE, Tag.APPROXIMATE, Tag.LAST); small++) {
            if (tokens.is(last, tag) || tokens.is(last, Tag.IT)) {
                break;
            }
            last--;
        }
        return tokens.is(last, tag) && !tokens.isAny(last, Tag.SPEND, Tag.APPROXIMATE);
    }

    /** "24 hours before the hearing", "2 hours left"; not "forty minutes before Judge Sorrel". */
    private static boolean isSpan(Tokens tokens, int i) {
        int noun = tokens.is(i + 1, Tag.THE) ? i + 2 : i + 1;
        return tokens.is(i, Tag.AFTER_PERIOD) && !tokens.isAny(noun, Tag.TITLE, Tag.ROLE);
    }

    private static boolean isDeadline(Tokens tokens, Amount amount) {
        return !amount.is(Kind.BARE) && leads(tokens, amount, Tag.DEADLINE_LEAD);
    }

    /** "2 hours a month", "$300 per hour" and the like. */
    private static boolean isRate(Tokens tokens, Amount amount) {
        return (tokens.is(amount.to(), Tag.PER) && tokens.isAny(amount.to() + 1, Tag.PERIOD, Tag.DAY))
                || tokens.isMark(amount.from() - 1, '/')
                || tokens.is(amount.from() - 1, Tag.EVERY)
                || isTimesA(tokens, amount.from());
    }

    /** "twice a day", "twice-a-day", "three times an hour". */
    private static boolean isTimesA(Tokens tokens, int from) {
        int count = tokens.isMark(from - 1, '-') ? from - 2 : from - 1;
        return tokens.is(from, Tag.ARTICLE) && tokens.is(count, Tag.ONCE);
    }

    /** The noun the amount belongs to: what follows it up to the head, through adjectives, "of" and an apostrophe. */
    private static int governedNoun(Tokens tokens, Amount amount, int to) {
        int i = amount.to();
        if (tokens.isMark(i, '\'') || tokens.isMark(i, '\u2019') || tokens.is(i, Tag.OF) || tokens.isMark(i, '-')) {
            i++;
        }
        for (int words = 0; words < 3 && i < to && tokens.isWord(i); words++, i++) {
            if (tokens.isAny(i, Tag.NOT_WORK, Tag.FIGURE)) {
                return i;
            }
            if (closesPhrase(tokens, i)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean closesPhrase(Tokens tokens, int i) {
        return tokens.isAny(i, CLOSING);
    }
}
