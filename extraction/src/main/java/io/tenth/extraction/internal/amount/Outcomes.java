package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Tells numbers that say what came of a time that was only thought or denied, and are of its unit: {@code stimavo 5 ore, sono
 * state 7}, {@code no fueron 50 minutos, fueron 15}.
 */
final class Outcomes {

    private static final int MOST_HOURS = 12;
    private static final int FEWEST_MINUTES = 5;
    private static final int LOOK = 25;
    private static final Tags THOUGHT = Tags.of(Tag.ESTIMATE, Tag.MODAL);
    private static final Tags AROUND_VERB = Tags.of(Tag.IT, Tag.OTHER, Tag.ADVERB, Tag.UNIT_ADJECTIVE);

    private final Tokens tokens;

    Outcomes(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether the count is one, of the time whose unit stands at a token of its sentence. */
    boolean isOne(Quantity count, int unit) {
        boolean few = tokens.is(unit, Tag.HOUR) ? count.value() <= MOST_HOURS : count.value() >= FEWEST_MINUTES;
        boolean closes = !tokens.isWord(count.to()) && !tokens.isNumber(count.to());
        int verb = verbBefore(count.from(), unit);
        return few && closes && isVerb(verb) && opensClause(verb, unit) && isThought(unit, verb);
    }

    private int verbBefore(int number, int unit) {
        int verb = number - 1;
        while (verb > unit && !isVerb(verb) && tokens.isAny(verb, AROUND_VERB)) {
            verb--;
        }
        return verb;
    }

    /** ", sono state", "y fueron", ", geworden is": a verb of the past, with no subject of its own. */
    private boolean opensClause(int verb, int unit) {
        int first = verb;
        while (first - 1 > unit && (isVerb(first - 1) || tokens.isAny(first - 1, AROUND_VERB))) {
            first--;
        }
        boolean past = tokens.is(verb, Tag.PAST) || tokens.is(first, Tag.PAST);
        boolean opens = tokens.isOneOf(first - 1, ",;:") || tokens.is(first - 1, Tag.AND);
        return past && opens && first - 1 > unit;
    }

    private boolean isVerb(int i) {
        return tokens.isAny(i, Tag.BE, Tag.TAKE);
    }

    /** Whether the time before was planned, or denied by the same verb. */
    private boolean isThought(int unit, int verb) {
        for (int i = unit - 1; i > unit - LOOK && !tokens.isBreak(i) && !tokens.isMark(i, '.'); i--) {
            boolean denied = tokens.is(i - 1, Tag.NEGATION) && tokens.small(i).equals(tokens.small(verb));
            if (denied || tokens.isAny(i, THOUGHT)) {
                return true;
            }
        }
        return false;
    }
}
