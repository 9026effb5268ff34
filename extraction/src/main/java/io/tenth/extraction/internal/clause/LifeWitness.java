package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.List;
import java.util.Set;

/** Looks for time that is nobody's work or no past work: personal, waiting, allowances, habits. */
final class LifeWitness implements Witness {

    /** The class of words for what is written, whatever it is about. */
    private static final String PAPER = "PAPER";

    private static final String PERSON = "PERSON";

    /** How many words a noun has that a word may be a part of: "wedding venue hire contract". */
    private static final int NOUNS = 5;

    private static final Tags NO_NOUNS = Tags.of(
            Tag.PREPOSITION,
            Tag.FINITE,
            Tag.ADVERB,
            Tag.AND,
            Tag.DATE_WORD,
            Tag.SUBORDINATOR,
            Tag.SUBORDINATOR_OR_NOT,
            Tag.SELF,
            Tag.OTHER,
            Tag.IT);

    private static final int BEHIND = 3;
    private static final int MOST_HOURS = 24;

    /** How far a word stands behind "in" or "at" where work was done: "sorting receipts in her garage". */
    private static final int PLACE = 2;

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        if (isAbout(scene, Tag.PERSONAL)) {
            seen.add(Evidence.PERSONAL_TIME);
        }
        if (!seen.contains(Evidence.HOURS_COLUMN) && isAbout(scene, Tag.OUTAGE)) {
            seen.add(Evidence.OUTAGE_OR_WAITING);
        }
        if (isLimited(scene) || isUsed(scene)) {
            seen.add(Evidence.ALLOWANCE_OR_BUDGET);
        }
        if (isCompared(scene)) {
            seen.add(Evidence.TOLD_FOR_COMPARISON);
        }
        if (isHabit(scene)) {
            seen.add(Evidence.HABIT);
        }
        if (scene.clauseHas(Tag.TO_DATE)) {
            seen.add(Evidence.RUNNING_TOTAL);
        }
    }

    /** "last year was 19, came in at 11.5": a word of comparison is of the figure behind it, not of the next one. */
    private static boolean isCompared(Scene scene) {
        int word = scene.tokens().find(scene.sentence().from(), scene.sentence().to(), Tag.COMPARISON);
        return word >= 0
                && !hasFigure(scene, word + 1, scene.amount().from())
                && !isOfAnother(scene, word)
                && !isOfWork(scene, word);
    }

    /**
     * "two hours on last year's accounts", "Last year's return took me two hours", "les comptes de l'an dernier": it says which of them,
     * and not when; but "last year's had swallowed two days".
     */
    private static boolean isOfWork(Scene scene, int word) {
        Tokens tokens = scene.tokens();
        int to = word + 1;
        while (tokens.phrase(to).has(Tag.COMPARISON)) {
            to++;
        }
        boolean attribute = tokens.is(to, Tag.POSSESSIVE) || tokens.is(word - 1, Tag.OF);
        boolean me = tokens.has(to, scene.amount().from(), Tag.ME);
        return attribute
                && (me
                        || scene.predicate().verb() < word
                        || word >= scene.amount().to());
    }

    /** "three hours this week, last year it was five": behind the amount the word has a figure of its own, in a part of its own. */
    private static boolean isOfAnother(Scene scene, int word) {
        int to = scene.amount().to();
        boolean parted = false;
        for (int i = to; i < word; i++) {
            parted |= scene.tokens().isOneOf(i, ",;:");
        }
        return parted && hasHours(scene, word + 1, scene.sentence().to());
    }

    /** Whether a number stands there that may be of hours: not "last year 190" beside so many contacts. */
    private static boolean hasHours(Scene scene, int from, int to) {
        Tokens tokens = scene.tokens();
        for (int i = from; i < to; i++) {
            boolean hours = tokens.is(i, Tag.NUMBER)
                    || (tokens.isNumber(i) && tokens.numeral(i).value() <= MOST_HOURS);
            if (hours && scene.page().dates().covering(i) == null) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasFigure(Scene scene, int from, int to) {
        Tokens tokens = scene.tokens();
        for (int i = from; i < to; i++) {
            boolean figure = tokens.isNumber(i) || tokens.is(i, Tag.NUMBER);
            if (figure && scene.page().dates().covering(i) == null) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word of habit stands beside the amount: "two hours a day" on three days is what it was on those. */
    private static boolean isHabit(Scene scene) {
        Range clause = scene.clause();
        Range amount = scene.amount().range();
        return hasHabit(scene, clause.from(), amount.from()) || hasHabit(scene, amount.to(), clause.to());
    }

    /** "wie immer", "como siempre": how it was done, and not how often. */
    private static boolean hasHabit(Scene scene, int from, int to) {
        Tokens tokens = scene.tokens();
        for (int i = from; i < to; i++) {
            if (tokens.is(i, Tag.HABIT) && !tokens.phrase(i).has(Tag.ADVERB)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause is about it; or the sentence, where the clause itself names no work. */
    private static boolean isAbout(Scene scene, Tag tag) {
        Range share = sinceThen(scene, scene.share());
        if (hasWork(scene, share)) {
            return has(scene, share, tag, true);
        }
        Range clause = sinceThen(scene, scene.clause());
        Range sentence = sinceThen(scene, scene.sentence());
        return has(scene, clause, tag, false)
                || (!hasWork(scene, clause) && isOnlyOne(scene) && has(scene, sentence, tag, false));
    }

    /** "fed the baby, then again from 10": what came before is no part of what came then. */
    private static Range sinceThen(Scene scene, Range range) {
        int then = Sequels.then(scene.tokens(), scene.amount().from());
        return new Range(Math.max(range.from(), then), range.to());
    }

    /** Whether no other amount stands in the sentence, which may be the one that the word is about. */
    private static boolean isOnlyOne(Scene scene) {
        List<Amount> amounts = scene.page().amounts();
        int index = scene.index();
        boolean before =
                index > 0 && scene.sentence().covers(amounts.get(index - 1).from());
        boolean after = index + 1 < amounts.size()
                && scene.sentence().covers(amounts.get(index + 1).from());
        return !before && !after;
    }

    /** Whether a word of the role stands there: not as a part of a name. */
    private static boolean has(Scene scene, Range range, Tag tag, boolean besideWork) {
        Tokens tokens = scene.tokens();
        for (int i = range.from(); i < range.to(); i++) {
            boolean place = besideWork && tokens.has(i - PLACE, i, Tag.PREPOSITION);
            if (tokens.is(i, tag) && !isOfName(tokens, i) && !place && !isOfOther(scene, i, tag)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word is said of something else than what the amount was spent on. */
    private static boolean isOfOther(Scene scene, int i, Tag tag) {
        return switch (tag) {
            case OUTAGE -> isAttribute(scene.tokens(), i) || isLostOnWork(scene, i);
            case PERSONAL ->
                isOfBreak(scene, i)
                        || isWhen(scene.tokens(), i)
                        || isKinOfAnother(scene, i)
                        || isOfWorkedOn(scene.tokens(), i)
                        || isOfPaper(scene.tokens(), i);
            default -> false;
        };
    }

    /** "downtime data analysed", "the broken form fixed", "looking for the lost invoice": it describes what was worked on. */
    private static boolean isAttribute(Tokens tokens, int i) {
        boolean noun = tokens.isWord(i + 1) && !tokens.isAny(i + 1, NO_NOUNS);
        boolean led = tokens.isAny(i - 1, Tag.THE, Tag.ARTICLE, Tag.MINE, Tag.THEIR, Tag.POSSESSIVE)
                || tokens.is(i - 1, Tag.WORK)
                || tokens.is(i + 2, Tag.WORK);
        return noun && led && !tokens.isAny(i + 1, Tag.HOUR, Tag.MINUTE, Tag.DAY);
    }

    /** "inspecting the laundry roof", "drafted the gym lease"; not "fixing my garage door", "read the kids a story". */
    private static boolean isOfWorkedOn(Tokens tokens, int i) {
        boolean noun =
                tokens.isWord(i + 1) && !tokens.isAny(i + 1, NO_NOUNS) && !tokens.isAny(i + 1, Tag.THE, Tag.ARTICLE);
        return noun
                && tokens.isAny(i - 1, Tag.THE, Tag.ARTICLE)
                && tokens.is(i - 2, Tag.WORK)
                && !tokens.isAny(i - 2, Tag.TRAVEL, Tag.MEETING);
    }

    /** "on the phone with Siebert's niece", "on his grandmother's will"; not "at the zoo with Tom's nephew". */
    private static boolean isKinOfAnother(Scene scene, int i) {
        Tokens tokens = scene.tokens();
        return tokens.isAny(i - 1, Tag.POSSESSIVE, Tag.THEIR)
                && tokens.has(scene.clause(), Tag.WORK)
                && tokens.workClasses(i).contains(PERSON);
    }

    /** "on the gym lease", "the golf club's accounts", "the wedding venue contract": whose paper it is; not "my gym contract". */
    private static boolean isOfPaper(Tokens tokens, int i) {
        int last = i;
        while (last < i + NOUNS && isNounBehind(tokens, last + 1)) {
            last++;
        }
        return last > i
                && !tokens.is(i - 1, Tag.MINE)
                && !tokens.is(last, Tag.PERSONAL)
                && tokens.workClasses(last).contains(PAPER);
    }

    private static boolean isNounBehind(Tokens tokens, int i) {
        boolean owner = tokens.is(i, Tag.POSSESSIVE) || tokens.isOneOf(i, "'\u2019");
        boolean noun = tokens.isWord(i) && !tokens.isAny(i, NO_NOUNS) && !tokens.isAny(i, Tag.THE, Tag.ARTICLE);
        return owner || noun;
    }

    /** "lost forty minutes to their CFO on the phone", "lost an hour looking for it": what the author lost time on was work. */
    private static boolean isLostOnWork(Scene scene, int verb) {
        Predicate predicate = scene.predicate();
        boolean author = predicate.subject() == Subject.AUTHOR || predicate.subject() == Subject.IMPLIED;
        int from = Math.max(verb + 1, scene.amount().to());
        return predicate.verb() == verb && author && scene.tokens().is(verb, Tag.PAST) && isWorkBehind(scene, from);
    }

    private static boolean isWorkBehind(Scene scene, int from) {
        boolean work = false;
        for (int i = from; i < scene.share().to(); i++) {
            if (scene.tokens().isAny(i, Tag.OUTAGE, Tag.NOT_WORK, Tag.PERSONAL)) {
                return false;
            }
            work |= scene.tokens().isAny(i, Tag.WORK, Tag.GERUND);
        }
        return work;
    }

    /** "Hillfoot Rugby Club". */
    private static boolean isOfName(Tokens tokens, int i) {
        return tokens.isCapitalised(i) && (tokens.isName(i - 1) || tokens.isName(i + 1));
    }

    /** "9.30 to 5 with half an hour off": the break is a part of the amount, and is taken from it already. */
    private static boolean isOfBreak(Scene scene, int i) {
        Amount amount = scene.amount();
        boolean goesOn = i == amount.to() && scene.tokens().is(i - 1, Tag.PERSONAL);
        return amount.is(Kind.CLOCK) && (goesOn || (i >= amount.from() && i < amount.to()));
    }

    /** "after the school run", "on the train home": it says when the work was done. */
    private static boolean isWhen(Tokens tokens, int i) {
        if (tokens.is(i - 1, Tag.TRAVEL) && tokens.is(i - 2, Tag.THE) && tokens.is(i - 3, Tag.PREPOSITION)) {
            return true;
        }
        int lead = i - 1;
        while (tokens.isAny(lead, Tag.THE, Tag.MINE) || tokens.is(lead, Tag.PERSONAL)) {
            lead--;
        }
        return tokens.isAny(lead, Tag.SUBORDINATOR_OR_NOT, Tag.BETWEEN)
                && !tokens.isAny(lead, Tag.TO, Tag.ADVERB, Tag.AFTER_PERIOD)
                && !tokens.isAny(i + 1, Tag.HAVE, Tag.TAKE, Tag.PRESENT);
    }

    private static boolean hasWork(Scene scene, Range range) {
        Tokens tokens = scene.tokens();
        for (int i = range.from(); i < range.to(); i++) {
            if (tokens.is(i, Tag.WORK) && !tokens.is(i, Tag.TRAVEL)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a limit leads the amount; not one that the work was about: "reviewed the budget", "budget meeting". */
    private static boolean isLimited(Scene scene) {
        Tokens tokens = scene.tokens();
        for (int i = scene.clause().from();
                i < scene.amount().to() + BEHIND && i < scene.clause().to();
                i++) {
            if (tokens.is(i, Tag.LIMIT) && !isObject(scene, i) && !isNumbered(scene, i)) {
                return true;
            }
        }
        return false;
    }

    /** "on package 3": one of several, and no amount of it. */
    private static boolean isNumbered(Scene scene, int limit) {
        List<Amount> amounts = scene.page().amounts();
        int next = scene.page().firstAmountBehind(limit + 1);
        boolean amount = next < amounts.size() && amounts.get(next).from() == limit + 1;
        return scene.tokens().isNumber(limit + 1) && !amount;
    }

    private static boolean isObject(Scene scene, int limit) {
        Tokens tokens = scene.tokens();
        boolean worked = tokens.has(limit - BEHIND, limit, Tag.WORK) || tokens.is(limit + 1, Tag.WORK);
        boolean behind = limit > scene.amount().from() && tokens.is(limit - 1, Tag.THE);
        return worked || (behind && tokens.is(limit - 2, Tag.PREPOSITION));
    }

    /** "4 of the 10 hours". */
    private static boolean isUsed(Scene scene) {
        Tokens tokens = scene.tokens();
        int before = scene.amount().from() - 1;
        return tokens.is(before, Tag.THE) && tokens.is(before - 1, Tag.OF) && tokens.isNumber(before - 2);
    }
}
