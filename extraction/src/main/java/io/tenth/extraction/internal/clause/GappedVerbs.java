package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.clause.Predicate.Subject;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Finds the subjects whose verb is left out, as it is that of the amount before: {@code I did two hours, Dana three}.
 *
 * <p>A name is a subject only where that verb has no object which the name could take the place of: {@code I called Bergman for
 * 20 minutes and Dana for 30} has one. "I" is one anywhere.
 */
final class GappedVerbs {

    private static final int NONE = -1;

    /** How many words stand between a verb and its amount: "me for about". */
    private static final int VERB_LOOK = 4;

    /** How many words a subject has: "our own junior clerk". */
    private static final int SUBJECT = 4;

    private static final Tags BETWEEN = Tags.of(Tag.LASTING, Tag.APPROXIMATE, Tag.ADVERB, Tag.ME);
    private static final Tags VERB = Tags.of(Tag.PAST, Tag.SPEND, Tag.TAKE);
    private static final Tags LEAD = Tags.of(Tag.THE, Tag.MINE, Tag.THEIR);

    private final Page page;
    private final Tokens tokens;

    /** For each amount where its subject begins, and its verb, if one is left out. */
    private final int[] starts;

    private final int[] verbs;

    GappedVerbs(Page page) {
        this.page = page;
        this.tokens = page.tokens();
        this.starts = new int[page.amounts().size()];
        this.verbs = new int[page.amounts().size()];
        boolean free = tokens.language().has(Habit.VERB_LAST);
        for (int i = 0; i < starts.length; i++) {
            starts[i] = NONE;
            verbs[i] = NONE;
            if (i > 0 && !free) {
                find(i);
            }
        }
    }

    /** Where the clause of the amount begins if its verb is left out, or -1. */
    int start(int index) {
        return starts[index];
    }

    /** The verb of the amount before and the amount's own subject, or null. */
    @Nullable
    Predicate predicate(int index) {
        if (starts[index] < 0) {
            return null;
        }
        Subject subject = subject(starts[index], subjectEnd(page.amounts().get(index)));
        boolean taken = tokens.is(verbs[index], Tag.TAKE) && subject != Subject.AUTHOR;
        return new Predicate(taken ? NONE : verbs[index], subject);
    }

    private void find(int index) {
        Amount amount = page.amounts().get(index);
        Amount before = page.amounts().get(index - 1);
        int end = subjectEnd(amount);
        int start = subjectStart(end);
        int sentence = page.layout().sentenceStart(amount.from());
        boolean joined = start > before.to() && isJoint(start - 1) && before.from() >= sentence;
        if (!joined || subject(start, end) == Subject.IMPLIED) {
            return;
        }
        int verb = verbs[index - 1] >= 0 ? verbs[index - 1] : verbBefore(before, sentence, start);
        starts[index] = verb >= 0 ? start : NONE;
        verbs[index] = verb;
    }

    /** One past the subject before an amount; "for" may stand between them. */
    private int subjectEnd(Amount amount) {
        int end = amount.from();
        while (end > amount.from() - VERB_LOOK && tokens.isAny(end - 1, Tag.LASTING, Tag.APPROXIMATE, Tag.ADVERB)) {
            end--;
        }
        return end;
    }

    private int subjectStart(int end) {
        int start = end;
        while (start > end - SUBJECT && tokens.isWord(start - 1) && !isJoint(start - 1)) {
            start--;
        }
        return start;
    }

    private boolean isJoint(int i) {
        return tokens.is(i, Tag.AND) || tokens.isOneOf(i, ",;");
    }

    /** The verb with nothing between it and the amount that could be an object, or before "I" any verb; or -1. */
    private int verbBefore(Amount amount, int sentence, int subject) {
        int verb = amount.from() - 1;
        while (verb > amount.from() - VERB_LOOK && tokens.isAny(verb, BETWEEN) && !tokens.isAny(verb, VERB)) {
            verb--;
        }
        boolean farther = tokens.is(subject, Tag.SELF);
        while (farther && verb > sentence && !isVerb(verb)) {
            verb--;
        }
        return verb >= sentence && isVerb(verb) ? verb : NONE;
    }

    private boolean isVerb(int i) {
        return tokens.isAny(i, VERB) && !tokens.isAny(i, Tag.GERUND, Tag.MODAL);
    }

    /** Who has the amount; implied where nobody is named. */
    private Subject subject(int from, int to) {
        int last = to - 1;
        if (last < from) {
            return Subject.IMPLIED;
        }
        if (last == from && tokens.is(last, Tag.SELF)) {
            return Subject.AUTHOR;
        }
        if (isSomebody(from, last)) {
            return Subject.SOMEBODY;
        }
        boolean named = last == from || (last == from + 1 && tokens.isCapitalised(from));
        return named && tokens.isName(last) ? Subject.NAME : Subject.IMPLIED;
    }

    /** "counsel", "our own clerk", "she". */
    private boolean isSomebody(int from, int last) {
        if (tokens.is(last, Tag.ROLE) && !tokens.is(last, Tag.CLIENT_HEADER)) {
            return last == from || tokens.isAny(from, LEAD);
        }
        return last == from
                && tokens.is(last, Tag.OTHER)
                && !tokens.phrase(last).has(Tag.IT);
    }
}
