package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Numeral;
import io.tenth.extraction.internal.token.Numeral.Shape;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Locale;

/**
 * Finds how many things an amount is of where their number stands apart from it: {@code six leases at 40 minutes a lease},
 * {@code two of them, at an hour each}, {@code 1.5 hours on each of three days}.
 */
final class Manifold {

    /** What ends like a plural and is none, or none of work. */
    private static final Tags NOT_COUNTED =
            Tags.of(Tag.ROLE, Tag.OTHER, Tag.SELF, Tag.ME, Tag.PERIOD, Tag.HOUR, Tag.MINUTE, Tag.FINITE);

    private static final int MOST = 20;
    private static final int NEAR = 6;
    private static final int FAR = 10;
    private static final int FARTHEST = 14;
    private static final int WORDS_OF_PHRASE = 4;
    private static final int WORDS_OF_WAY = 4;
    private static final String DAYS = "mtwtf";

    private final Tokens tokens;
    private final Occasions occasions;

    Manifold(Tokens tokens) {
        this.tokens = tokens;
        this.occasions = new Occasions(tokens, this);
    }

    /** The amount as often as the words around it say, or the amount itself. */
    Amount multiplied(Amount amount) {
        Amount behind = onEachOfMany(amount);
        if (!behind.equals(amount)) {
            return behind;
        }
        int count = countOfEach(amount);
        return count > 1 ? amount.at(amount.from(), eachEnd(amount.to())).times(count) : amount;
    }

    /** A whole number that may count at token {@code i}, or 0. */
    int count(int i) {
        if (tokens.is(i, Tag.NUMBER)) {
            double count = tokens.word(i).value();
            return count <= MOST && count == Math.rint(count) ? (int) count : 0;
        }
        Numeral number = tokens.numeral(i);
        return number.is(Shape.WHOLE) && number.first() <= MOST ? number.first() : 0;
    }

    /** "certificates": a word that may be a plural, and is no person and nothing that is known by another role. */
    static boolean isPlural(Tokens tokens, int i) {
        String endings = tokens.language().has(Habit.VERB_LAST) ? "sne" : "s";
        boolean ending = tokens.isWord(i)
                && endings.indexOf(Character.toLowerCase(tokens.source().charAt(tokens.end(i) - 1))) >= 0;
        return ending && !tokens.isAny(i, NOT_COUNTED);
    }

    /** "cinque schede": behind a count, where plurals end in a vowel. */
    boolean isVowelPlural(int i) {
        boolean ending = tokens.language().has(Habit.VOWEL_PLURAL)
                && tokens.isWord(i)
                && "ie".indexOf(Character.toLowerCase(tokens.source().charAt(tokens.end(i) - 1))) >= 0;
        return ending && count(i - 1) > 1 && !tokens.isAny(i, NOT_COUNTED) && !tokens.isAny(i, Tag.MONTH, Tag.AND);
    }

    /** "1.5 hours on each of three days". */
    private Amount onEachOfMany(Amount amount) {
        int each = amount.to() + 1;
        boolean led =
                tokens.is(amount.to(), Tag.PREPOSITION) && tokens.is(each, Tag.EACH) && tokens.is(each + 1, Tag.OF);
        int number = tokens.is(each + 2, Tag.THE) ? each + 3 : each + 2;
        int count = led ? count(number) : 0;
        boolean things = tokens.is(number + 1, Tag.DAY) || isPlural(tokens, number + 1);
        return count > 1 && things ? amount.at(amount.from(), number + 2).times(count) : amount;
    }

    private int countOfEach(Amount amount) {
        int to = amount.to();
        int lead = amount.from() - 1;
        if (isEachOfThem(lead)) {
            return countOfNoun(amount.from() - 4);
        }
        if (tokens.is(to, Tag.EACH_TIME)) {
            int said = occasions.count(to, lead);
            boolean told = tokens.has(Math.max(0, lead - FARTHEST), lead, Tag.PAST);
            return said > 0 || told ? said : countFarBefore(lead);
        }
        if (isEach(tokens, to)) {
            return countBefore(amount);
        }
        return isInEach(to) || isWithEach(to) ? countOfThose(to, lead) : countPer(to, lead);
    }

    private int countOfThose(int to, int lead) {
        int them = isInEach(to) ? countOfThem(lead) : 0;
        return them > 0 ? them : countFarBefore(lead);
    }

    /** "thirty minutes a file": of the things that "a" stands before. */
    private int countPer(int to, int lead) {
        boolean thing = isPerThing(to);
        int things = thing || isPerPeriod(to) ? countOf(to + 1, lead, !thing) : 0;
        return things > 0 || !thing ? things : countOfThem(lead);
    }

    /** What "each" is said of: "six of them", "four returns", "the other three", "rang twice". */
    private int countBefore(Amount amount) {
        int lead = amount.from() - 1;
        int them = countOfThem(lead);
        if (them == 0 && tokens.is(lead, Tag.NUMBER) && tokens.isNumber(amount.from())) {
            them = tokens.is(lead - 1, Tag.REFERENCE) ? 0 : count(lead);
        }
        int things = them > 0 ? them : countFarBefore(lead);
        return things > 0 ? things : occasions.before(lead);
    }

    /** "each", and "cada" without a noun: "vinte minutos cada". */
    static boolean isEach(Tokens tokens, int i) {
        boolean closed = !tokens.isWord(i + 1) || tokens.is(i + 1, Tag.PREPOSITION);
        boolean alone = tokens.is(i, Tag.EVERY) && closed && !tokens.isNumber(i + 1);
        return alone || tokens.is(i, Tag.EACH);
    }

    /** "una hora en cada una": nothing else follows that "each" could stand before. */
    private boolean isInEach(int i) {
        boolean phrase = tokens.phrase(i + 1).has(Tag.EACH) && tokens.phrase(i + 2) == tokens.phrase(i + 1);
        return phrase && tokens.is(i, Tag.PREPOSITION) && !tokens.is(i, Tag.OF);
    }

    /** One past "each" at token {@code i} and what belongs to it, or {@code i}. */
    int eachEnd(int i) {
        int phrase = tokens.isAny(i, Tag.EACH, Tag.EACH_TIME) ? occasions.phraseEnd(i) : i;
        if (phrase > i + 1) {
            return phrase;
        }
        boolean piece = tokens.phrase(i).has(Tag.EACH) && tokens.phrase(i + 1) == tokens.phrase(i);
        boolean two = piece || isPerThing(i) || isPerPeriod(i) || isWithEach(i);
        return two ? i + 2 : isEach(tokens, i) ? i + 1 : i;
    }

    /** One past "each way" behind an amount, or behind what it was spent in: "fifty minutes in the car each way"; or 0. */
    int eachWayEnd(int to) {
        int last = tokens.isAny(to, Tag.PREPOSITION, Tag.OF) ? to + WORDS_OF_WAY : to;
        for (int i = to; i <= last; i++) {
            if (tokens.is(i, Tag.EACH_WAY)) {
                return occasions.phraseEnd(i);
            }
            if (!tokens.isWord(i) || tokens.isAny(i, Tag.NUMBER, Tag.AND)) {
                return 0;
            }
        }
        return 0;
    }

    /** "45 minutes with each": of the things said before, and of nothing behind it. */
    private boolean isWithEach(int i) {
        return tokens.is(i, Tag.PREPOSITION) && tokens.is(i + 1, Tag.EACH) && !tokens.isWord(i + 2);
    }

    /** "a month", which multiplies only where months of something are counted: "three months of feeds at 50 minutes a month". */
    boolean isPerPeriod(int i) {
        return tokens.isAny(i, Tag.ARTICLE, Tag.PER)
                && tokens.isAny(i + 1, Tag.PERIOD, Tag.WEEK, Tag.MONTH_WORD, Tag.NIGHT);
    }

    /** Whether "each of them" ends with token {@code i}. */
    private boolean isEachOfThem(int i) {
        return tokens.is(i, Tag.OTHER) && tokens.is(i - 1, Tag.OF) && tokens.is(i - 2, Tag.EACH);
    }

    /** "Seven holders on Tuesday, ": the count of the last plural before token {@code to}, or 0. */
    private int countOfNoun(int to) {
        for (int i = to; i > to - FAR && !isEnd(i); i--) {
            if (isPlural(tokens, i)) {
                int near = count(i - 1);
                return near > 0 ? near : count(i - 2);
            }
        }
        return 0;
    }

    /** "two flues at the manor swept, half an hour each": the things that the sentence began with, with what was done to them. */
    private int countFarBefore(int lead) {
        if (!tokens.isOneOf(lead, ",:;") && !tokens.is(lead, Tag.PREPOSITION)) {
            return 0;
        }
        int own = lead;
        for (int i = lead - 1; i > lead - FARTHEST && !isEndOfThings(i, own); i--) {
            own = tokens.isMark(i, ',') ? i : own;
            int count = isPlural(tokens, i) ? countOfPhrase(i) : isVowelPlural(i) ? count(i - 1) : 0;
            if (count > 0) {
                return count;
            }
        }
        return 0;
    }

    /**
     * The end of what "each" may be said of: behind ", spoke to Smith" it is said of that as well, and nobody knows how many.
     *
     * @param own the mark that closes the part in which the token is
     */
    private boolean isEndOfThings(int i, int own) {
        return isEnd(i) || tokens.is(i, Tag.AND) || isPeople(i) || (tokens.isMark(i, ',') && isFurtherWork(i + 1, own));
    }

    private boolean isFurtherWork(int from, int to) {
        return tokens.isAny(from, Tag.PAST, Tag.SELF, Tag.WORK) || isDoneToAnother(from, to);
    }

    /** "ten mails sent, spoke with Smith, twenty minutes each": a verb with an object of its own between two commas. */
    private boolean isDoneToAnother(int from, int to) {
        int verb = tokens.find(from, to, Tag.PAST);
        if (verb < 0) {
            return false;
        }
        for (int i = from; i < to; i++) {
            boolean named = tokens.isCapitalised(i) && i > from;
            if (named || tokens.isAny(i, Tag.PREPOSITION, Tag.THE, Tag.ARTICLE, Tag.MINE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether people stand here who may be those with the amount; not those behind "to the", "with their". */
    private boolean isPeople(int i) {
        boolean named = tokens.isAny(i - 1, Tag.THE, Tag.ARTICLE, Tag.THEIR, Tag.MINE);
        boolean beside = named && tokens.isAny(i - 2, Tag.PREPOSITION, Tag.TO, Tag.OF);
        return tokens.is(i, Tag.ROLE) && !beside;
    }

    /** "four sole trader returns", "six section 129 letters": the count before a plural and what describes it; or 0. */
    private int countOfPhrase(int plural) {
        for (int i = plural - 1; i >= plural - WORDS_OF_PHRASE; i--) {
            int count = count(i);
            if (count > 0) {
                return tokens.is(i - 1, Tag.REFERENCE) ? 0 : isPartOf(i) ? countOfPart(i) : count;
            }
            boolean describes = tokens.isWord(i) || tokens.isNumber(i) || tokens.isTouching(i, '-');
            if (!describes || tokens.isAny(i, Tag.PREPOSITION, Tag.AND, Tag.SELF, Tag.THE)) {
                return 0;
            }
        }
        return 0;
    }

    /** "three of the ten leases": the count of all of them. */
    private boolean isPartOf(int i) {
        return tokens.is(i - 1, Tag.OF) || (tokens.is(i - 1, Tag.THE) && tokens.is(i - 2, Tag.OF));
    }

    private int countOfPart(int i) {
        return count(tokens.is(i - 1, Tag.OF) ? i - 2 : i - 3);
    }

    /** "two at 2 hours each", "six of them, 40 minutes a piece": a count with no noun of its own. */
    private int countOfThem(int lead) {
        if (tokens.is(lead, Tag.PREPOSITION) && !tokens.is(lead, Tag.OF) && !tokens.isWord(lead - 2)) {
            return count(lead - 1);
        }
        int them = tokens.isMark(lead, ',') ? lead - 1 : lead;
        return tokens.is(them, Tag.OTHER) && tokens.is(them - 1, Tag.OF) ? count(them - 2) : 0;
    }

    /** "a lease": an article and a noun, which is no unit. */
    private boolean isPerThing(int i) {
        int noun = i + 1;
        return tokens.isAny(i, Tag.ARTICLE, Tag.PER)
                && tokens.isWord(noun)
                && !tokens.isAny(noun, Tag.HOUR, Tag.DAY, Tag.PERIOD, Tag.WEEK)
                && !tokens.isAny(noun, Tag.MONTH_WORD, Tag.ROLE, Tag.NIGHT);
    }

    /**
     * How many there are of the noun at token {@code noun}, as its plural before {@code to} says, or 0.
     *
     * @param period whether it is one of time, whose number is a term unless it says of what: "a retainer of ten weeks"
     */
    private int countOf(int noun, int to, boolean period) {
        String one = tokens.text(noun).toLowerCase(Locale.ROOT);
        for (int i = to; i > to - FARTHEST && !isEnd(i); i--) {
            String many = tokens.isWord(i) ? tokens.text(i).toLowerCase(Locale.ROOT) : "";
            if (many.equals(one + "s") || many.equals(one + "es")) {
                boolean other = tokens.is(i + 1, Tag.AFTER_PERIOD)
                        || (period && !tokens.is(noun, Tag.NIGHT) && !tokens.is(i + 1, Tag.OF));
                return other ? 0 : countOfPhrase(i);
            }
        }
        return 0;
    }

    /** "the flat and the house, an hour each": whether two things with an article each stand right before the amount. */
    boolean areTwoBefore(int amount) {
        if (!tokens.isMark(amount - 1, ',')) {
            return false;
        }
        for (int i = amount - 2; i > amount - NEAR && !isEnd(i); i--) {
            if (tokens.is(i, Tag.AND) && tokens.is(i + 1, Tag.PREPOSITION)) {
                return isSaidBefore(i + 1);
            }
            if (tokens.is(i, Tag.AND)) {
                return tokens.is(i + 1, Tag.THE) && tokens.find(i - NEAR, i, Tag.THE) >= 0 && isObject(i, amount);
            }
            if (tokens.isAny(i, Tag.PAST, Tag.ROLE, Tag.SELF, Tag.OTHER)) {
                return false;
            }
        }
        return false;
    }

    /** "the letters for Foods and for Realty": the same small word before the first of two. */
    private boolean isSaidBefore(int preposition) {
        for (int i = preposition - 2; i > preposition - NEAR && !isEnd(i); i--) {
            if (tokens.small(i).equals(tokens.small(preposition))) {
                return !tokens.isAny(i + 1, Tag.SELF, Tag.OTHER, Tag.ROLE);
            }
        }
        return false;
    }

    /** Whether the author's verb stands before them. */
    private boolean isObject(int and, int amount) {
        int verb = tokens.find(and - FAR, and, Tag.SELF);
        return verb >= 0 && tokens.find(verb, and, Tag.PAST) >= 0 && tokens.find(verb, amount, Tag.ROLE) < 0;
    }

    /** How many days "M-W" has, right before token {@code i}; or 0. */
    int daysOfLetters(int i) {
        boolean dash = tokens.isMark(i - 2, '-') || tokens.is(i - 2, Tag.HYPHEN);
        int first = dash ? dayOfLetter(i - 3) : -1;
        int last = dash ? dayOfLetter(i - 1) : -1;
        return first >= 0 && last > first ? last - first + 1 : 0;
    }

    /** The day that an M, T, W or F is the first letter of, Monday being 0; of Thursday it takes "Th". */
    private int dayOfLetter(int i) {
        if (!tokens.isCapitalised(i) || tokens.end(i) - tokens.start(i) > 2) {
            return -1;
        }
        String day = tokens.text(i).toLowerCase(Locale.ROOT);
        return day.length() == 1 ? DAYS.indexOf(day) : day.equals("tu") ? 1 : day.equals("th") ? 3 : -1;
    }

    private boolean isEnd(int i) {
        return tokens.isBreak(i) || tokens.isOneOf(i, ".;?!");
    }
}
