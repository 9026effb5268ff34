package io.tenth.extraction.internal.amount;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;

/** Multiplies an amount by a count that stands beside it: {@code three 20-minute calls}, {@code 1.5 hours each way}. */
final class Products {

    private static final int LOOK = 5;
    private static final int ACTIVITIES_LOOK = 12;
    private static final int FARTHEST = 17;

    private final Tokens tokens;
    private final Units units;
    private final Manifold manifold;
    private final Daily daily;
    private final EachBefore eachBefore;
    private final Sharers sharers;

    Products(Tokens tokens, Quantities quantities, Units units) {
        this.tokens = tokens;
        this.units = units;
        this.manifold = new Manifold(tokens);
        this.eachBefore = new EachBefore(tokens, manifold);
        this.daily = new Daily(tokens, quantities, units, manifold);
        this.sharers = new Sharers(tokens);
    }

    Amount multiplied(Amount amount) {
        boolean bare = amount.is(Amount.Kind.BARE);
        if (amount.is(Amount.Kind.DAYS) && tokens.is(amount.from() - 1, Tag.EACH)) {
            return ofDays(amount);
        }
        if (!bare && !amount.is(Amount.Kind.DURATION)) {
            return amount;
        }
        int way = manifold.eachWayEnd(amount.to());
        if (way > 0) {
            return amount.at(amount.from(), way).times(2);
        }
        if (tokens.is(amount.from() - 1, Tag.EACH_WAY) || isTravelEachWay(amount)) {
            return amount.times(2);
        }
        if (isEachOfPeople(amount)) {
            return amount;
        }
        return bare ? ofBare(amount) : ofDuration(amount);
    }

    /** "Donnerstag und Freitag je einen vollen Tag", "an drei Tagen jeweils einen halben Tag". */
    private Amount ofDays(Amount amount) {
        Amount named = daily.multiplied(amount);
        return named.equals(amount) ? amount.times(daysBefore(amount.from() - 1)) : named;
    }

    /** "duas horas cada um, com o Paulo": the author has the amount once, whatever else is counted beside it; not "each day". */
    private boolean isEachOfPeople(Amount amount) {
        return Manifold.isEach(tokens, amount.to())
                && !tokens.is(amount.to() + 1, Tag.DAY)
                && sharers.share(amount.from(), manifold.eachEnd(amount.to()));
    }

    /**
     * "mezz'ora di macchina a tratta", "40 minutes' drive each way": one thing that was done stands between. Of hours and minutes
     * the hours may be those of other work: "hearing 3 hours and 20 minutes travel each way".
     */
    private boolean isTravelEachWay(Amount amount) {
        int to = amount.to();
        int travel = tokens.is(to, Tag.OF) || tokens.isOneOf(to, "'\u2019") ? to + 1 : to;
        boolean joined = tokens.has(amount.from(), to, Tag.HOUR) && tokens.has(amount.from(), to, Tag.MINUTE);
        return !joined && tokens.is(travel, Tag.TRAVEL) && manifold.eachWayEnd(travel + 1) > 0;
    }

    /** Whether "a week" stands at token {@code i}. */
    boolean isPerPeriod(int i) {
        return manifold.isPerPeriod(i) && !tokens.is(i + 1, Tag.NIGHT);
    }

    private Amount ofBare(Amount amount) {
        if (tokens.is(amount.to(), Tag.EACH)) {
            return eachOfSeveral(amount);
        }
        return isCountOfBare(amount) ? counted(amount) : amount;
    }

    private Amount ofDuration(Amount amount) {
        int last = amount.to();
        if (isTimes(last) || isTimes(amount.from() - 1)) {
            return crossed(amount);
        }
        if (tokens.is(amount.from() - 1, Tag.ONCE)) {
            return often(amount);
        }
        if (amount.attributive() || tokens.is(last, Tag.PLURAL_EVENT)) {
            Amount product = counted(amount);
            if (!product.equals(amount)) {
                return product;
            }
        }
        Amount ofDays = daily.multiplied(amount);
        if (!ofDays.equals(amount)) {
            return ofDays;
        }
        Amount product = manifold.multiplied(amount);
        return product.equals(amount) ? each(amount) : product;
    }

    private Amount each(Amount amount) {
        Amount several = eachBefore.stands(amount) ? eachBefore.multiplied(amount) : eachOfSeveral(amount);
        boolean led = tokens.is(amount.from() - 1, Tag.EACH) && !tokens.is(amount.to(), Tag.EACH);
        return led && several.equals(amount) ? amount.times(daysBefore(amount.from() - 1)) : several;
    }

    /** The "por" of "20 minutos por 3", not that of "seis horas por día". */
    private boolean isTimes(int i) {
        boolean perDay = tokens.is(i, Tag.PER) && tokens.is(i + 1, Tag.DAY);
        return tokens.is(i, Tag.TIMES) && !perDay && !tokens.is(i, Tag.EACH_TIME);
    }

    /** "zweimal 20 Minuten". */
    private Amount often(Amount amount) {
        double count = tokens.word(amount.from() - 1).value();
        boolean counts = count > 1 && !tokens.is(amount.from() - 1, Tag.OCCASIONS);
        return counts ? amount.at(amount.from() - 1, amount.to()).times(count) : amount;
    }

    /** "four 0.1 calls", "four 0.1 e-mails". */
    private boolean isCountOfBare(Amount amount) {
        boolean counted = amount.is(Amount.Kind.BARE) && tokens.is(amount.from() - 1, Tag.NUMBER);
        int noun = tokens.isTouching(amount.to() + 1, '-') ? amount.to() + 2 : amount.to();
        return counted && isPlural(noun);
    }

    private Amount counted(Amount amount) {
        int count = countBefore(amount.from());
        return count > 1 ? amount.at(amount.from() - 1, amount.to()).times(count) : amount;
    }

    /** "2 x 45 minutes", "45 minutes x 2", "8 hours x 5 days". */
    private Amount crossed(Amount amount) {
        int before = tokens.is(amount.from() - 1, Tag.TIMES) ? countBefore(amount.from() - 1) : 0;
        if (before > 1) {
            return amount.at(amount.from() - 2, amount.to()).times(before);
        }
        int behind = amount.to() + 2;
        int count = tokens.is(amount.to(), Tag.TIMES) ? countBefore(behind) : 0;
        int unit = units.place(behind);
        boolean days = tokens.is(unit, Tag.DAY);
        boolean others = isForThings(amount.to(), behind) || units.anyWorth(unit) > 0;
        if (count <= 1 || (others && !days)) {
            return amount;
        }
        Amount whole = amount.at(amount.from(), days ? unit + 1 : behind);
        Amount product = whole.times(count);
        return isPeople(behind) ? whole.or(product.seconds()) : product;
    }

    /** "2 horas por 3 informes": for all of them rather than for each. */
    private boolean isForThings(int sign, int behind) {
        return tokens.is(sign, Tag.PREPOSITION) && tokens.isWord(behind) && !tokens.is(behind, Tag.PREPOSITION);
    }

    /** "2 hours x 3 people": of each of them, so that the author has the amount once. */
    private boolean isPeople(int i) {
        return tokens.isAny(i, Tag.ROLE, Tag.OTHER);
    }

    /** "three calls of 20 minutes", "two joint sessions of 90 minutes", "two sessions, 40 minutes each", "zwei Anrufe zu je 10 Minuten". */
    private Amount eachOfSeveral(Amount amount) {
        boolean behind = Manifold.isEach(tokens, amount.to());
        boolean each = behind || tokens.is(amount.from() - 1, Tag.EACH);
        return each || tokens.is(amount.from() - 1, Tag.OF) ? ofCounted(amount, behind, each) : amount;
    }

    private Amount ofCounted(Amount amount, boolean behind, boolean each) {
        int look = behind ? LOOK : LOOK - 1;
        for (int i = amount.from() - 1; i >= amount.from() - look && !tokens.isBreak(i); i--) {
            int first = isLedByWord(i, each || isEventBeside(i, amount)) ? i - 1 : i;
            int count = countOf(i, first, each || isCountedBeside(i, amount));
            if (count > 1) {
                return times(amount, first - 1, count, behind);
            }
        }
        return amount;
    }

    /** "an fünf Abenden haben wir jeweils zwei Stunden": how many days the sentence began with, unless others shared them. */
    private int daysBefore(int each) {
        for (int i = each - 1; i > each - FARTHEST && !tokens.isBreak(i) && !tokens.isOneOf(i, ".;"); i--) {
            boolean days = tokens.is(i, Tag.DAY) && tokens.is(i - 2, Tag.PREPOSITION);
            if (days || tokens.is(i, Tag.COUNTED_DAYS)) {
                int count = Math.max(countBefore(i), countBefore(i - 1));
                return count > 1 && !sharers.isPairBefore(each) ? count : 1;
            }
        }
        return 1;
    }

    private boolean isEventBeside(int noun, Amount amount) {
        return noun == amount.from() - 2 && tokens.is(noun, Tag.PLURAL_EVENT);
    }

    private int countOf(int noun, int first, boolean each) {
        return isCounted(noun, each) ? countBefore(first) : 0;
    }

    /**
     * "vier keuringen van 25 minuten": nothing but the small word stands between the noun with its count and the amount. Pages
     * say how long a text is.
     */
    private boolean isCountedBeside(int noun, Amount amount) {
        return noun == amount.from() - 2 && countBefore(noun) > 1 && !tokens.is(noun, Tag.MEASURE);
    }

    private static Amount times(Amount amount, int from, int count, boolean behind) {
        return (behind ? amount.at(amount.from(), amount.to() + 1) : amount.at(from, amount.to())).times(count);
    }

    /** Whether a word stands between the noun and its count. */
    private boolean isLedByWord(int noun, boolean each) {
        boolean adjective = each && countBefore(noun) == 0 && countBefore(noun - 1) > 0;
        return adjective || tokens.is(noun - 1, Tag.WORK);
    }

    private boolean isCounted(int i, boolean each) {
        return tokens.is(i, Tag.PLURAL_EVENT) || (each && (isPlural(i) || manifold.isVowelPlural(i)));
    }

    /** "certificates": a word that may be a plural, and is no person and nothing that is known by another role. */
    private boolean isPlural(int i) {
        return Manifold.isPlural(tokens, i);
    }

    /**
     * How many activities have the amount each: "an hour each on the will and the deed" is two entries at one place. With
     * "Jane and I" before it, each is one of the people.
     */
    int activities(Amount amount) {
        boolean behind = Manifold.isEach(tokens, amount.to());
        boolean each = behind || tokens.is(amount.from() - 1, Tag.EACH);
        int lead = behind ? amount.to() + 1 : amount.to();
        if (!each || sharers.share(amount.from(), lead)) {
            return 1;
        }
        if (tokens.isAny(lead, Tag.MATTER_LEAD, Tag.PREPOSITION)) {
            return activitiesBehind(lead);
        }
        return behind && manifold.areTwoBefore(amount.from()) ? 2 : 1;
    }

    private int activitiesBehind(int lead) {
        int count = 1;
        for (int i = lead + 1; i < lead + ACTIVITIES_LOOK && !tokens.isBreak(i) && !tokens.isOneOf(i, ".;()"); i++) {
            if (tokens.is(i, Tag.AND)) {
                return tokens.is(lead, Tag.MATTER_LEAD) || isThing(i + 1) ? count + 1 : 1;
            }
            count += tokens.isMark(i, ',') && !tokens.is(i + 1, Tag.AND) ? 1 : 0;
        }
        return 1;
    }

    private boolean isThing(int i) {
        return tokens.isAny(i, Tag.THE, Tag.ARTICLE, Tag.MINE, Tag.THEIR) || tokens.isCapitalised(i);
    }

    private int countBefore(int i) {
        return manifold.count(i - 1);
    }
}
