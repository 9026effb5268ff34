package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.date.DateMention;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;
import java.util.List;
import java.util.Set;

/** Looks for the work beside the amount: {@code 2 hours reading}, {@code call with counsel (.3)}, {@code 1.5 on the lease}. */
final class WorkWitness implements Witness {

    private static final Tags JOINTS =
            Tags.of(Tag.HYPHEN, Tag.AND, Tag.ADVERB, Tag.APPROXIMATE, Tag.DATE_WORD, Tag.HAVE);

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        if (isOfWork(scene) || hasEdgeGerund(scene) || isHowLong(scene)) {
            seen.add(Evidence.WORK_WITH_ITS_TIME);
        }
        if (scene.shareHas(Tag.WORK) || isSharedWork(scene)) {
            seen.add(Evidence.WORK_NAMED_BESIDE_IT);
        }
        place(scene, seen);
    }

    /** "I saw Hale for an hour and her brother for half an hour": the verb of both is named once. */
    private static boolean isSharedWork(Scene scene) {
        int verb = scene.predicate().verb();
        return verb >= 0
                && verb < scene.share().from()
                && scene.predicate().subject() == Subject.AUTHOR
                && scene.tokens().is(verb, Tag.WORK);
    }

    private static void place(Scene scene, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        Amount amount = scene.amount();
        if (isOnSomething(scene) && (startsFragment(scene) || isSpentOnIt(scene, seen))) {
            seen.add(Evidence.TIME_ON_SOMETHING);
        }
        if (isSpentOnIt(scene, seen)
                && isName(scene, scene.behindDay(scene.amount().to()) + 1)) {
            seen.add(Evidence.WORK_WITH_ITS_TIME);
        }
        if (isEnclosed(tokens, amount) && scene.share().from() < amount.from() - 1) {
            seen.add(Evidence.IN_PARENTHESES_AFTER_WORK);
        } else if (isLine(scene)) {
            seen.add(Evidence.LINE_OF_A_TIME_REPORT);
            if (isDated(scene)) {
                seen.add(Evidence.DATED_LINE);
            }
        }
    }

    /** "2 hours reading", "1.5 hours today reviewing", "0.75 h telephone call", "12 minutes' work". */
    private static boolean isOfWork(Scene scene) {
        Tokens tokens = scene.tokens();
        int next = scene.behindDay(scene.amount().to());
        boolean noun = tokens.is(next, Tag.WORK)
                && !scene.amount().attributive()
                && !tokens.is(scene.amount().from(), Tag.ARTICLE);
        return tokens.is(next, Tag.GERUND)
                || noun
                || isOwnWork(tokens, scene.amount().to());
    }

    /** "I reviewed the draft for 1.2": without a unit, behind a verb of work that says how long it went on. */
    private static boolean isHowLong(Scene scene) {
        Tokens tokens = scene.tokens();
        int verb = scene.predicate().verb();
        boolean author = scene.predicate().subject() == Subject.AUTHOR
                || scene.predicate().subject() == Subject.IMPLIED;
        return author
                && scene.amount().is(Kind.BARE)
                && tokens.is(scene.amount().from() - 1, Tag.LASTING)
                && tokens.is(verb, Tag.WORK)
                && tokens.is(verb, Tag.PAST)
                && !tokens.isWord(scene.behindDay(scene.amount().to()));
    }

    /** "2 hours on the motion", "an hour today with the client"; not "an hour on Monday". */
    private static boolean isOnSomething(Scene scene) {
        int next = scene.behindDay(scene.amount().to());
        boolean leads =
                scene.tokens().is(next, Tag.PREPOSITION) && !scene.tokens().is(next, Tag.FROM);
        return leads && scene.page().dates().covering(next + 1) == null;
    }

    /** "spent two hours on Zhou": on what, rather than where. */
    private static boolean isSpentOnIt(Scene scene, Set<Evidence> seen) {
        int next = scene.behindDay(scene.amount().to());
        return seen.contains(Evidence.TIME_SPENT) && scene.tokens().is(next, Tag.MATTER_LEAD);
    }

    /** A matter rather than a noun. */
    private static boolean isName(Scene scene, int i) {
        Tokens tokens = scene.tokens();
        return tokens.isName(i) && !tokens.language().has(Habit.CAPITAL_NOUNS);
    }

    /** "12 minutes' work". */
    private static boolean isOwnWork(Tokens tokens, int i) {
        return tokens.isOneOf(i, "'\u2019") && tokens.is(i + 1, Tag.WORK);
    }

    private static boolean hasEdgeGerund(Scene scene) {
        int first = scene.share().from();
        Tokens tokens = scene.tokens();
        while (first < scene.share().to()
                && (!tokens.isWord(first) || tokens.isAny(first, Tag.AND, Tag.DATE_WORD, Tag.ADVERB))) {
            first++;
        }
        return tokens.is(first, Tag.GERUND) || (tokens.is(first, Tag.MINE) && tokens.is(first + 1, Tag.GERUND));
    }

    /** Whether the amount opens its sentence or a part of it. */
    private static boolean startsFragment(Scene scene) {
        Tokens tokens = scene.tokens();
        int before = scene.amount().from() - 1;
        return before < scene.clause().from() || tokens.isOneOf(before, ",:;-(") || tokens.isAny(before, JOINTS);
    }

    private static boolean isEnclosed(Tokens tokens, Amount amount) {
        boolean round = tokens.isMark(amount.from() - 1, '(') && tokens.isMark(amount.to(), ')');
        return round || isBracketed(tokens, amount);
    }

    /** "Draft reply to Hollis [1.1]" as a line; within a sentence or behind its full stop, brackets hold what is cited. */
    private static boolean isBracketed(Tokens tokens, Amount amount) {
        int open = amount.from() - 1;
        return tokens.isMark(open, '[')
                && tokens.isMark(amount.to(), ']')
                && tokens.isBreak(amount.to() + 1)
                && !tokens.is(open - 1, Tag.REFERENCE);
    }

    /** Whether the line of the amount begins with a day that is past. */
    private static boolean isDated(Scene scene) {
        int start = scene.layout().start(scene.layout().lineOf(scene.amount().from()));
        for (DateMention day : scene.page().dates().within(start, start + 2)) {
            if (!day.future()) {
                return true;
            }
        }
        return false;
    }

    /** At the edge of a line or a part of it, with words between: {@code 03/04  Review lease  1.7}, {@code .5 call w/ bank}. */
    private static boolean isLine(Scene scene) {
        Tokens tokens = scene.tokens();
        Amount amount = scene.amount();
        boolean words = scene.share().to() - scene.share().from() > amount.to() - amount.from() + 1;
        return words
                && (opensLine(scene, tokens, amount) || closesPart(scene, tokens, amount) || isItem(scene, tokens));
    }

    /** "Teilnahme Baubesprechung 1 ¾ Std": a part that names work and has no verb, and ends with its time. */
    private static boolean isItem(Scene scene, Tokens tokens) {
        int before = scene.amount().from() - 1;
        int end = scene.amount().to();
        boolean ends = end >= scene.sentence().to() || tokens.isBreak(end) || tokens.isOneOf(end, ".,;");
        return tokens.language().has(Habit.VERB_LAST)
                && ends
                && !scene.isBare()
                && !scene.predicate().hasVerb()
                && scene.shareHas(Tag.WORK)
                && scene.share().from() < before
                && !tokens.isAny(before, Tag.PREPOSITION, Tag.THE);
    }

    private static boolean opensLine(Scene scene, Tokens tokens, Amount amount) {
        int before = amount.from() - 1;
        boolean bullet = tokens.isOneOf(before, "-*•·:") || tokens.is(before, Tag.HYPHEN);
        return before < scene.sentence().from() || bullet || hasDayUpTo(scene, before);
    }

    private static boolean hasDayUpTo(Scene scene, int last) {
        List<DateMention> days = scene.page()
                .dates()
                .within(scene.sentence().from(), scene.amount().from());
        return !days.isEmpty() && days.getLast().to() >= last;
    }

    private static boolean closesPart(Scene scene, Tokens tokens, Amount amount) {
        return isParted(tokens, amount.from()) && isEnd(scene, tokens, behind(tokens, amount.to()));
    }

    private static boolean isParted(Tokens tokens, int i) {
        return tokens.isOneOf(i - 1, ",:-|")
                || tokens.isAny(i - 1, Tag.HYPHEN, Tag.APPROXIMATE)
                || (tokens.isMark(i - 1, '/') && tokens.gapBefore(i) > 0)
                || tokens.isCellStart(i);
    }

    /** One past the words that may close an amount: "1.1 hr total", "14 hours altogether". */
    private static int behind(Tokens tokens, int i) {
        return tokens.isAny(i, Tag.TOTAL, Tag.ADVERB) ? i + 1 : i;
    }

    private static boolean isEnd(Scene scene, Tokens tokens, int i) {
        if (i >= scene.sentence().to() || tokens.isOneOf(i, ";,(:|") || tokens.is(i, Tag.AND)) {
            return true;
        }
        return scene.datesBetween(i, i + 3);
    }
}
