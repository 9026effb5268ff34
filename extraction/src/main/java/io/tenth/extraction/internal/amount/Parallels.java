package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.amount.SharedUnits.Item;
import io.tenth.extraction.internal.date.Dates;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/**
 * Tells whether a count is built as the amount before it is, so that it can only count the same unit: behind a joint with the
 * same preposition, an activity or a time of its own as that one has, {@code an hour before lunch and two after}.
 *
 * <p>What the count could count itself stands nowhere behind it, and a verb behind it would make it a subject: {@code and one on
 * the ground floor is empty}.
 */
final class Parallels {

    /** How far a verb behind the count is looked for. */
    private static final int CLAUSE = 10;

    /** What may stand between a joint and its count. */
    private static final Tags BEFORE_COUNT =
            Tags.of(Tag.ARTICLE, Tag.UNIT_ADJECTIVE, Tag.FURTHER, Tag.APPROXIMATE, Tag.ADVERB);

    private static final int VERB_LOOK = 4;

    private static final Tags BEFORE_AMOUNT = Tags.of(Tag.ME, Tag.APPROXIMATE, Tag.ADVERB, Tag.LASTING);
    private static final Tags SPENT = Tags.of(Tag.SPEND, Tag.TAKE, Tag.PAST);

    private static final Tags BEHIND_COUNT = Tags.of(Tag.FURTHER, Tag.ADVERB, Tag.APPROXIMATE, Tag.UNCOUNTED);

    private static final Tags TIMES = Tags.of(Tag.DATE_WORD, Tag.MORNING, Tag.AFTERNOON, Tag.NIGHT, Tag.PAUSE);

    private static final Tags BEFORE_OR_AFTER = Tags.of(Tag.TO_HOUR, Tag.PAST_HOUR, Tag.SUBORDINATOR_OR_NOT);

    private static final Tags NOUN_LEAD = Tags.of(Tag.THE, Tag.MINE, Tag.THEIR, Tag.ARTICLE);

    /** Behind these a verb has its own subject. */
    private static final Tags OWN_CLAUSE =
            Tags.of(Tag.SELF, Tag.OTHER, Tag.IT, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.AND);

    private static final Tags AUXILIARIES = Tags.of(Tag.BE, Tag.HAVE, Tag.MODAL);
    private static final Tags NO_PLACE = Tags.of(Tag.OF, Tag.TO, Tag.FROM);

    private final Tokens tokens;
    private final Dates dates;

    Parallels(Tokens tokens, Dates dates) {
        this.tokens = tokens;
        this.dates = dates;
    }

    /** The joint before the number with nothing but "about" or "a further" between them, or -1. */
    int joint(Item item, Quantity number) {
        int lead = number.from() - 1;
        while (lead > item.to() && tokens.isAny(lead, BEFORE_COUNT)) {
            lead--;
        }
        int joint = tokens.is(lead, Tag.LASTING) && isLasting(item) ? lead - 1 : lead;
        return isJoint(joint) ? joint : -1;
    }

    boolean isJoint(int i) {
        return tokens.is(i, Tag.AND) || tokens.isOneOf(i, ",;&");
    }

    boolean isLasting(Item item) {
        return tokens.is(item.from() - 1, Tag.LASTING);
    }

    /** "on the lease and three on the report", "an hour before lunch and two after". */
    boolean areListed(Item item, Quantity number, int joint) {
        int behind = behind(number);
        boolean further = isFurther(number, joint);
        boolean phrase = isSamePhrase(item, behind, joint) && (further || isCounted(item));
        boolean alike = phrase || isActivityToo(item, behind) || isNext(item, behind, joint);
        boolean time = isTime(behind) && (further || hasTime(item.to(), joint));
        return (alike || time) && !hasVerb(behind);
    }

    /** One past the count and what is small behind it: "one more". */
    private int behind(Quantity number) {
        int behind = number.to();
        while (tokens.isAny(behind, BEHIND_COUNT)) {
            behind++;
        }
        return behind;
    }

    /** "two hours on Monday, one this morning", "an hour with the smith, another with the baker". */
    boolean isAnother(Item item, Quantity number, int joint) {
        boolean times = isTime(number.to()) && hasTime(item.to(), joint);
        return (times || isFurther(number, joint)) && closes(number);
    }

    /** Whether nothing is told of the count but when it was: not "one this morning needs your reply". */
    private boolean closes(Quantity number) {
        int last = behind(number);
        while (tokens.isWord(last) && (isTime(last) || isTimeWord(last) || tokens.isAny(last, NOUN_LEAD))) {
            last++;
        }
        return !isTime(behind(number)) || !tokens.isWord(last) || tokens.is(last, Tag.AND);
    }

    /** "another on Tuesday", "one more today". */
    private boolean isFurther(Quantity number, int joint) {
        return tokens.is(joint + 1, Tag.FURTHER) || tokens.is(number.to(), Tag.FURTHER);
    }

    /** Whether the amount has a number, or is what a verb says was spent: "an hour on the will" alone counts nothing. */
    private boolean isCounted(Item item) {
        int verb = item.from() - 1;
        while (verb > item.from() - VERB_LOOK && tokens.isAny(verb, BEFORE_AMOUNT)) {
            verb--;
        }
        return !tokens.is(item.from(), Tag.ARTICLE) || tokens.isAny(verb, SPENT);
    }

    /** "an hour casting the frame and two sanding it", "20 minutes reading, ten on the phone". */
    private boolean isActivityToo(Item item, int behind) {
        return isActivity(item.to()) && (tokens.is(behind, Tag.GERUND) || isWorkPhrase(behind));
    }

    /** "on the phone", "in a meeting": what is done in the time, so that the count is of time as well. */
    boolean isWorkPhrase(int i) {
        int noun = tokens.isAny(i + 1, NOUN_LEAD) ? i + 2 : i + 1;
        return tokens.is(i, Tag.PREPOSITION)
                && !tokens.is(i, Tag.OF)
                && tokens.isAny(noun, Tag.MEDIUM, Tag.CALL, Tag.MEETING)
                && !Manifold.isPlural(tokens, noun);
    }

    private boolean isActivity(int i) {
        return tokens.isAny(i, Tag.GERUND, Tag.PREPOSITION);
    }

    /** "two hours on site, then three back at my desk". */
    private boolean isNext(Item item, int behind, int joint) {
        boolean place = tokens.is(behind, Tag.PREPOSITION) && !tokens.isAny(behind, NO_PLACE);
        return place && tokens.is(joint + 1, Tag.ADVERB) && isActivity(item.to()) && !hasPlural(item.to(), joint);
    }

    /** The same preposition right behind the amount, or behind a phrase of it that names nothing one could count. */
    boolean isSamePhrase(Item item, int behind, int joint) {
        if (!tokens.is(behind, Tag.PREPOSITION) || tokens.is(behind, Tag.OF)) {
            return false;
        }
        int first = tokens.is(item.to(), Tag.PAST) ? item.to() + 1 : item.to();
        return isSameWord(first, behind)
                || (isWithinOne(item, joint) && tokens.is(first, Tag.PREPOSITION) && isAgain(first + 1, behind, joint));
    }

    /** Between counts of minutes a comma does; counts of hours are small, and could be of what stands before the comma. */
    private boolean isWithinOne(Item item, int joint) {
        return tokens.is(joint, Tag.AND) || tokens.is(item.unit(), Tag.MINUTE);
    }

    private boolean isAgain(int from, int behind, int joint) {
        int again = from;
        while (again < joint && !isSameWord(again, behind)) {
            again++;
        }
        return again < joint && !tokens.is(behind, Tag.TO) && !Manifold.isPlural(tokens, again - 1);
    }

    boolean isSameWord(int i, int other) {
        return tokens.isWord(i) && tokens.small(i).equals(tokens.small(other));
    }

    /** "on Monday", "Monday", "after lunch", "in the afternoon", "after". */
    boolean isTime(int i) {
        boolean before = tokens.isAny(i, BEFORE_OR_AFTER);
        if (isTimeWord(i) || (before && !tokens.isWord(i + 1) && !tokens.isNumber(i + 1))) {
            return true;
        }
        int noun = tokens.isAny(i + 1, NOUN_LEAD) ? i + 2 : i + 1;
        return (before || tokens.is(i, Tag.PREPOSITION)) && isTimeWord(noun);
    }

    private boolean isTimeWord(int i) {
        return dates.covering(i) != null || tokens.isAny(i, TIMES);
    }

    private boolean hasTime(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isTime(i)) {
                return true;
            }
        }
        return false;
    }

    boolean hasPlural(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Manifold.isPlural(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause goes on with a verb whose subject the count would be. */
    private boolean hasVerb(int from) {
        for (int i = from; i < from + CLAUSE && (tokens.isWord(i) || tokens.isNumber(i)); i++) {
            if (tokens.isAny(i, OWN_CLAUSE) || tokens.isName(i - 1)) {
                return false;
            }
            if (isVerb(i) && !tokens.isAny(i - 1, NOUN_LEAD)) {
                return true;
            }
        }
        return false;
    }

    /** Where the verb closes the clause, a participle behind the count is that of the amount too. */
    private boolean isVerb(int i) {
        boolean last = tokens.language().has(Habit.VERB_LAST);
        return tokens.isAny(i, AUXILIARIES) || (tokens.is(i, Tag.PAST) && !last);
    }
}
