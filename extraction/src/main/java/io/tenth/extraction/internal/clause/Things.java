package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Collections;
import java.util.Set;

/**
 * Tells what kind of thing the subject of a verb is: one that is worked on, or an occasion ({@code the variation deed took},
 * {@code the search was}), the author's own time ({@code my time was}), or something else that lasts, a flight or a machine.
 */
final class Things {

    /** What takes the time of whoever reads, writes or looks for it. */
    private static final Set<String> WORKED_ON = Set.of("PAPER", "INCOMING", "SEARCH", "EVENT", "MEET", "SPEAK");

    /** What has a length of its own only while somebody works. */
    private static final Set<String> OCCASIONS = Set.of("SEARCH", "EVENT", "MEET", "SPEAK");

    private static final Tags LEADING = Tags.of(Tag.PREPOSITION, Tag.OF, Tag.SUBORDINATOR, Tag.SUBORDINATOR_OR_NOT);

    private static final Tags NO_NOUNS = Tags.of(
            Tag.THE,
            Tag.ARTICLE,
            Tag.MINE,
            Tag.THEIR,
            Tag.HAVE,
            Tag.BE,
            Tag.ADVERB,
            Tag.NEGATION,
            Tag.ME,
            Tag.DATE_WORD);

    private final Scene scene;
    private final Tokens tokens;
    private final int verb;

    Things(Scene scene) {
        this.scene = scene;
        this.tokens = scene.tokens();
        this.verb = scene.predicate().verb();
    }

    /** "the variation deed took 1.6", "the bail argument went four tenths": not "the speech was 20 minutes". */
    boolean isWorkedOn(boolean took) {
        int head = head();
        if (head < 0 || tokens.isAny(head, Tag.NOT_WORK, Tag.ROLE, Tag.LIMIT)) {
            return false;
        }
        var classes = tokens.workClasses(head);
        return !Collections.disjoint(classes, took || scene.isBare() ? WORKED_ON : OCCASIONS);
    }

    /** "my log shows 1.2 for the call", "my timer stopped at 47 minutes": what the author wrote down. */
    boolean isOwnRecord() {
        int head = head();
        return tokens.is(head, Tag.REPORT) && !tokens.is(head, Tag.ACCOUNT) && tokens.is(head - 1, Tag.MINE);
    }

    /** "my time was", "my hours were", "my own time in the water came to", "time was four hours for the set". */
    boolean isOwnTime() {
        int head = head();
        int own = tokens.is(head - 1, Tag.MINE) ? head - 1 : head - 2;
        boolean time = isTime(tokens, head);
        return tokens.is(own, Tag.MINE) ? time || tokens.is(head, Tag.HOUR) : time && head == start();
    }

    /** "time", "share": what of somebody is counted in hours. */
    static boolean isTime(Tokens tokens, int noun) {
        boolean time = tokens.is(noun, Tag.TIME_HEADER) && !tokens.is(noun, Tag.FINITE);
        return time || tokens.workClasses(noun).contains("SHARE");
    }

    /** "cartons counted / 0810-0925", "debtors chased (.3)", "the form, completed in 25 minutes": what was done, then its time. */
    boolean isDoneInThatTime() {
        int before = scene.amount().from() - 1;
        boolean deed = tokens.is(verb, Tag.PAST) && !tokens.isAny(verb, Tag.TAKE, Tag.BE, Tag.HAVE, Tag.MODAL);
        boolean parted = tokens.isOneOf(before, ",(/|-:")
                || tokens.is(before, Tag.HYPHEN)
                || tokens.is(before, Tag.DEADLINE_LEAD)
                || tokens.isCellStart(scene.amount().from());
        return scene.predicate().subject() == Subject.THING && deed && parted && verb < before;
    }

    /**
     * The noun that the verb has as its subject, or -1: the last word before anything that follows it, and the first where
     * what describes a noun stands behind it.
     */
    private int head() {
        boolean first = tokens.language().has(Habit.NAME_BEHIND);
        int head = -1;
        for (int i = start(); i < Math.min(verb, scene.amount().from()) && !tokens.isAny(i, LEADING); i++) {
            if (tokens.isWord(i) && !tokens.isAny(i, NO_NOUNS)) {
                head = first && head >= 0 ? head : i;
            }
        }
        return head;
    }

    /** Behind the last mark before the verb. */
    private int start() {
        int start = verb;
        while (start > scene.clause().from() && (tokens.isWord(start - 1) || tokens.isNumber(start - 1))) {
            start--;
        }
        while (start < verb && tokens.isAny(start, Tag.AND, Tag.DATE_WORD, Tag.SUBORDINATOR)) {
            start++;
        }
        return start;
    }
}
