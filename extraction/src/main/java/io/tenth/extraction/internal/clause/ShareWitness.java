package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Set;

/**
 * Looks at whose part of the time an amount is, where no verb has a doer: {@code Jens's time on the audit was two hours}, {@code
 * (Nadia) 0.5 h; (me) 1.2 h}.
 *
 * <p>A name is that of a client as often as that of a colleague. It is of somebody who worked only where it owns the time that was
 * spent on something else, or stands in brackets as the author does.
 */
final class ShareWitness implements Witness {

    /** So far around an amount the author's own part is sought. */
    private static final int AROUND = 120;

    private static final Tags NO_NAMES =
            Tags.of(Tag.DATE_WORD, Tag.WORK, Tag.REPORT, Tag.CLIENT_HEADER, Tag.TOTAL, Tag.PREPOSITION);

    @Override
    public void look(Scene scene, Set<Evidence> seen) {
        if (seen.contains(Evidence.SOMEBODYS_ROW) || seen.contains(Evidence.AUTHORS_ROW)) {
            return;
        }
        if (isTimeOfAnother(scene) || isOfAnother(scene) || isBesideAuthor(scene) || isReportOfAnother(scene)) {
            seen.add(Evidence.SOMEBODYS_ROW);
        }
    }

    /** "Jens's time on the audit was two hours", "her share was 1.5 hours": the subject is time that somebody else had. */
    private static boolean isTimeOfAnother(Scene scene) {
        Tokens tokens = scene.tokens();
        int verb = scene.predicate().verb();
        int from = scene.clause().from();
        boolean sum = tokens.is(verb, Tag.TAKE) && tokens.is(verb, Tag.TOTAL);
        if (!(sum || tokens.is(verb, Tag.BE)) || tokens.has(from, scene.amount().from(), Tag.SELF)) {
            return false;
        }
        for (int noun = from + 1; noun < Math.min(verb, scene.amount().from()); noun++) {
            boolean head = noun + 1 == verb || tokens.is(noun + 1, Tag.PREPOSITION);
            if (head && isTime(tokens, noun)) {
                return isOwner(scene, noun - 1, noun) || isOwner(scene, noun - 2, noun);
            }
        }
        return false;
    }

    private static boolean isTime(Tokens tokens, int noun) {
        return Things.isTime(tokens, noun) || tokens.is(noun, Tag.HOUR);
    }

    /** Whether the time is of a person: hers, the clerk's, and that of a name only if it was spent on something. */
    private static boolean isOwner(Scene scene, int owner, int time) {
        Tokens tokens = scene.tokens();
        if (tokens.is(owner, Tag.THEIR)) {
            return opensClause(scene, owner);
        }
        int who = owner - 1;
        boolean led = tokens.isAny(who - 1, Tag.THE, Tag.MINE, Tag.TITLE);
        if (!tokens.is(owner, Tag.POSSESSIVE) || !opensClause(scene, led ? who - 1 : who)) {
            return false;
        }
        boolean role = tokens.is(who, Tag.ROLE) && !tokens.is(who, Tag.CLIENT_HEADER);
        boolean spent = tokens.is(time + 1, Tag.PREPOSITION) || tokens.is(who - 1, Tag.TITLE);
        return role || (spent && isPerson(scene, who));
    }

    /** At the start of the clause, or behind a mark or words of no weight: the reader's name, "and", a day. */
    private static boolean opensClause(Scene scene, int i) {
        return !scene.tokens().isWord(i - 1)
                || new Subjects(scene.tokens()).isEmpty(scene.clause().from(), i);
    }

    /** "an hour and ten of Kim's went into it", "two hours of hers": with nothing behind it that would be owned instead. */
    private static boolean isOfAnother(Scene scene) {
        Tokens tokens = scene.tokens();
        int who = scene.amount().to() + 1;
        if (!tokens.is(who - 1, Tag.OF) || scene.predicate().subject() == Subject.SOMEBODY) {
            return false;
        }
        boolean name = tokens.is(who + 1, Tag.POSSESSIVE) && (isPerson(scene, who) || tokens.is(who, Tag.ROLE));
        int next = name ? who + 2 : who + 1;
        boolean owned = tokens.isWord(next) && !tokens.isAny(next, Tag.FINITE, Tag.PREPOSITION, Tag.AND);
        return (name || tokens.is(who, Tag.THEIR)) && !owned && !tokens.isNumber(next);
    }

    /** "(Nadia) the index, 0.5 h": named in brackets where the author stands in those of another item of the message. */
    private static boolean isBesideAuthor(Scene scene) {
        Tokens tokens = scene.tokens();
        int from = Math.max(0, scene.amount().from() - AROUND);
        int to = Math.min(tokens.size(), scene.amount().to() + AROUND);
        if (!tokens.has(from, to, Tag.ME)) {
            return false;
        }
        int who = person(scene);
        var name = new Range(who, who + 1);
        var author = who < 0 ? null : new Author(scene.page());
        if (author == null || !author.isAnyName(name) || author.is(name)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (tokens.is(i, Tag.ME) && isInside(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** The name in brackets beside the amount or the work, or -1. */
    private static int person(Scene scene) {
        Tokens tokens = scene.tokens();
        int from = scene.amount().from();
        for (int who : new int[] {
            scene.sentence().from() + 1, from - 2, from - 3, scene.amount().to() + 1
        }) {
            if (isInside(tokens, who) && tokens.isCapitalised(who)) {
                return who;
            }
        }
        return -1;
    }

    private static boolean isInside(Tokens tokens, int i) {
        return tokens.isMark(i - 1, '(') && tokens.isMark(i + 1, ')');
    }

    /** "From Amir, today: reviewed the deed, 1.2": what somebody else sent of what was done. */
    private static boolean isReportOfAnother(Scene scene) {
        Tokens tokens = scene.tokens();
        int colon = scene.clause().from() - 1;
        int from = scene.layout().sentenceStart(colon);
        if (!tokens.isMark(colon, ':') || !tokens.is(from, Tag.FROM) || !tokens.is(colon + 1, Tag.PAST)) {
            return false;
        }
        for (int i = from + 2; i < colon; i++) {
            if (tokens.isWord(i) && !tokens.isName(i) && !tokens.is(i, Tag.DATE_WORD)) {
                return false;
            }
        }
        boolean told = tokens.has(from, colon, Tag.DATE_WORD) || tokens.isAny(colon + 2, Tag.THE, Tag.ARTICLE);
        return told && isPerson(scene, from + 1);
    }

    /** A name that the subject of the message does not have, where the matter stands. */
    private static boolean isPerson(Scene scene, int i) {
        Tokens tokens = scene.tokens();
        Tokens subject = scene.page().subject();
        boolean owner = tokens.isCapitalised(i) && tokens.is(i + 1, Tag.POSSESSIVE) && !tokens.isAny(i, NO_NAMES);
        boolean name = owner || (tokens.isName(i) && !tokens.language().has(Habit.CAPITAL_NOUNS));
        for (int k = 0; name && k < subject.size(); k++) {
            name = !subject.text(k).equalsIgnoreCase(tokens.text(i));
        }
        return name;
    }
}
