package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;
import java.util.EnumSet;
import java.util.Set;

/** Looks for an instruction: {@code please bill 1.5 to Acme}; and for one to do something else, which is no work done. */
final class BillingWitness implements Witness {

    private static final Tags OPENING = Tags.of(Tag.ADVERB, Tag.REQUEST, Tag.AND, Tag.SO, Tag.OTHER);

    /** How near the amount a billing verb must stand to be one: "record" and "note" are nouns as well. */
    private static final int CLOSE = 3;

    /** What the wording of a request looks like: "can you log 45 minutes" is about work done. */
    private static final Set<Evidence> POLITE =
            EnumSet.of(Evidence.MODAL_VERB, Evidence.STILL_TO_DO, Evidence.SOMEBODY_ELSE, Evidence.QUESTION);

    /** What a passive looks like besides, and what a record that is put right: they are about a bill or a sheet. */
    private static final Set<Evidence> OF_THE_BILL = EnumSet.of(
            Evidence.NAME_BEFORE_VERB,
            Evidence.DONE_BY_SOMEBODY,
            Evidence.IN_THE_PRESENT,
            Evidence.GOING_ON,
            Evidence.THING_NOT_WORK);

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        Tokens tokens = scene.tokens();
        int verb = order(scene, tokens);
        if (tokens.isAny(verb, Tag.BILL, Tag.CORRECTION) || isPutDown(scene, verb)) {
            if (tokens.has(scene.clause().from(), verb, Tag.REQUEST) && !scene.clauseHas(Tag.TOMORROW)) {
                seen.removeAll(POLITE);
            }
            seen.add(Evidence.BILLING_INSTRUCTION);
        } else if (isSaidOtherwise(scene)) {
            seen.removeAll(POLITE);
            seen.add(Evidence.BILLING_INSTRUCTION);
        } else if (isOfTheBill(scene)) {
            seen.removeAll(POLITE);
            seen.removeAll(OF_THE_BILL);
            seen.add(Evidence.BILLING_INSTRUCTION);
        } else if (isRequest(scene, verb)) {
            seen.add(Evidence.REQUEST_TO_OTHERS);
        }
    }

    private static boolean isOfTheBill(Scene scene) {
        return ToBeBilled.isSaid(scene) || isMended(scene) || isAdvised(scene);
    }

    /** Whether the order does not stand before the amount. */
    private static boolean isSaidOtherwise(Scene scene) {
        Tokens tokens = scene.tokens();
        return isInstructionBehind(scene, tokens) || isAskedToBeBilled(scene, tokens) || isLeftOut(scene, tokens);
    }

    /** "you may write four units", "can you get 3.5 on the bill": units are of a bill, whatever the verb. */
    private static boolean isPutDown(Scene scene, int verb) {
        Tokens tokens = scene.tokens();
        int to = scene.amount().to();
        boolean units = tokens.has(scene.amount().from(), to, Tag.TENTH) && tokens.is(verb, Tag.CHARGED);
        boolean onBill =
                tokens.is(to, Tag.PREPOSITION) && tokens.is(to + 2, Tag.ACCOUNT) && !tokens.is(to + 3, Tag.PAST);
        return verb >= 0 && verb == scene.amount().from() - 1 && (units || onBill);
    }

    /** "it should say 0.8", "my sheet should read 2.25 hours": the author's record that is put right; not "his timesheet should say". */
    private static boolean isMended(Scene scene) {
        Tokens tokens = scene.tokens();
        int verb = scene.amount().from() - 1;
        int record = verb - 2;
        return tokens.isAny(verb, Tag.SAY, Tag.REVIEW)
                && tokens.is(verb - 1, Tag.MODAL)
                && tokens.phrase(verb).has(Tag.CORRECTION)
                && (isOwnRecord(tokens, record) || tokens.is(record, Tag.IT));
    }

    /** "my sheet", "the entry"; not "his timesheet". */
    static boolean isOwnRecord(Tokens tokens, int noun) {
        return tokens.is(noun, Tag.REPORT) && !tokens.isAny(noun - 1, Tag.THEIR, Tag.POSSESSIVE);
    }

    /** "You should bill 2.0 for the lease": the verb of billing right before the amount, said to the reader and of nobody else's time. */
    private static boolean isAdvised(Scene scene) {
        Tokens tokens = scene.tokens();
        int verb = scene.amount().from() - 1;
        int you = verb - 2;
        boolean opens = you == scene.sentence().from() || tokens.isAny(you - 1, Tag.AND, Tag.SO);
        return opens
                && tokens.is(you, Tag.OTHER)
                && tokens.is(verb - 1, Tag.MODAL)
                && tokens.is(verb, Tag.CHARGED)
                && tokens.is(verb, Tag.BILL)
                && isOfNobodyElse(scene);
    }

    private static boolean isOfNobodyElse(Scene scene) {
        Tokens tokens = scene.tokens();
        return !scene.sentenceHas(Tag.CONDITION)
                && !scene.clauseHas(Tag.HABIT)
                && !tokens.has(scene.amount().to(), scene.clause().to(), Tag.THEIR)
                && !tokens.is(scene.amount().to(), Tag.POSSESSIVE)
                && !tokens.isMark(scene.sentence().to(), '?');
    }

    /** The verb of an order before the amount, or -1. */
    private static int order(Scene scene, Tokens tokens) {
        int verb = imperative(scene, tokens);
        return verb < 0 && isBareInstruction(scene, tokens) ? scene.amount().from() - 1 : verb;
    }

    /** Whether something is asked for; "please treat the 25 minutes I spent as a gift" tells of work done. */
    private static boolean isRequest(Scene scene, int verb) {
        return verb >= 0
                && !scene.isToldBehind()
                && scene.tokens().has(scene.clause().from(), verb, Tag.REQUEST);
    }

    /** The verb that asks for something, before the amount: at the start of the clause, or behind "please"; or -1. */
    private static int imperative(Scene scene, Tokens tokens) {
        int end = scene.amount().from();
        int request = tokens.find(scene.clause().from(), end, Tag.REQUEST);
        int start = request < 0 ? scene.clause().from() : request + 1;
        while (start < end && isOpening(tokens, start)) {
            start++;
        }
        boolean billing = !scene.amount().attributive() && isBilling(tokens, start, end);
        boolean verb = start < end && (request >= 0 || billing);
        return verb && !tokens.is(start, Tag.GERUND) ? start : -1;
    }

    /** "bitte 1,5 auf die Akte eintragen": the verb closes its clause. */
    private static boolean isInstructionBehind(Scene scene, Tokens tokens) {
        return tokens.language().has(Habit.VERB_LAST)
                && (tokens.is(scene.clause().from(), Tag.BILL)
                        || isAsked(scene, tokens)
                        || tokens.has(scene.amount().to(), scene.clause().to(), Tag.BILL))
                && !tokens.has(scene.amount().to(), scene.clause().to(), Tag.NEGATION)
                && !tokens.has(scene.clause(), Tag.TOMORROW);
    }

    /** "Could my three hours from Friday be billed to Ashgrove, please?". */
    private static boolean isAskedToBeBilled(Scene scene, Tokens tokens) {
        int billed = tokens.find(scene.amount().to(), scene.clause().to(), Tag.BOOKED);
        return tokens.is(scene.amount().from() - 1, Tag.MINE)
                && tokens.is(scene.amount().from() - 2, Tag.MODAL)
                && tokens.is(billed - 1, Tag.BE)
                && tokens.has(scene.sentence(), Tag.REQUEST)
                && !tokens.has(scene.amount().to(), billed, Tag.NEGATION);
    }

    /** "45 Minuten, rechne ich nicht ab", "45 minuten, zet ik niet op de nota": only what was worked is left off a bill. */
    private static boolean isLeftOut(Scene scene, Tokens tokens) {
        int to = scene.sentence().to();
        for (int i = scene.amount().to(); tokens.language().has(Habit.VERB_LAST) && i < to; i++) {
            if (tokens.isAny(i, Tag.BILL, Tag.CHARGED) && tokens.is(i + 1, Tag.SELF)) {
                return tokens.has(i + 2, to, Tag.NEGATION);
            }
        }
        return false;
    }

    /** "Hoi Daan, zet jij 1,8 uur op de zaak": the verb before the one who is asked, at the start of a part of the clause. */
    private static boolean isAsked(Scene scene, Tokens tokens) {
        int from = scene.clause().from();
        for (int i = from; i < scene.amount().from() - 1; i++) {
            boolean opens = i == from || tokens.isMark(i - 1, ',');
            if (opens && tokens.is(i, Tag.BILL) && tokens.is(i + 1, Tag.OTHER)) {
                return !tokens.has(i + 2, scene.amount().from(), Tag.THEIR);
            }
        }
        return false;
    }

    private static boolean isOpening(Tokens tokens, int i) {
        return !tokens.isWord(i) || tokens.isAny(i, OPENING);
    }

    private static boolean isBilling(Tokens tokens, int i, int amount) {
        return tokens.is(i, Tag.BILL) && !tokens.is(i + 1, Tag.OF) && amount - i <= CLOSE;
    }

    /** "hey put an hour on it": the verb right before the amount, and nobody in front of it who does it. */
    private static boolean isBareInstruction(Scene scene, Tokens tokens) {
        int verb = scene.amount().from() - 1;
        int from = scene.clause().from();
        boolean subject = tokens.has(from, verb, Tag.SELF)
                || tokens.has(from, verb, Tag.OTHER)
                || tokens.has(from, verb, Tag.ROLE);
        return verb >= from
                && verb - from <= 2
                && tokens.is(verb, Tag.BILL)
                && !subject
                && !tokens.isCapitalised(verb - 1)
                && !scene.amount().attributive();
    }
}
