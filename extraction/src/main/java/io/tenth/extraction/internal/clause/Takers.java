package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.locale.Tags;
import io.tenth.extraction.internal.token.Tokens;

/** Tells whose time a verb of taking took: {@code took me two hours}, {@code cost the lab an hour}, {@code two hours it took them}. */
final class Takers {

    private static final Tags PEOPLE = Tags.of(Tag.ROLE, Tag.OTHER, Tag.TITLE);

    private static final Tags BEFORE_A_NOUN = Tags.of(Tag.THE, Tag.MINE, Tag.THEIR);

    /** How far whoever pays for it stands before the amount, in tokens. */
    private static final int OBJECT = 3;

    /** How far "to" stands behind "for" where a subject is between them. */
    private static final int SUBJECT_OF_INFINITIVE = 7;

    private Takers() {}

    /** "took me", and before the verb "m'a pris", "mi è costato"; "levou-me". */
    static boolean isAuthor(Tokens tokens, int verb) {
        int group = tokens.isAny(verb - 1, Tag.HAVE, Tag.BE) ? verb - 1 : verb;
        int behind = tokens.isMark(verb + 1, '-') ? verb + 2 : verb + 1;
        return tokens.is(behind, Tag.ME) || tokens.is(group - 1, Tag.ME);
    }

    /** "took our supplier two hours", "took Beto an hour", "took the yard an hour"; "two hours it took the bank". */
    static boolean isAnother(Scene scene, int verb) {
        Tokens tokens = scene.tokens();
        int who = tokens.isAny(verb + 1, BEFORE_A_NOUN) ? verb + 2 : verb + 1;
        boolean person = tokens.isAny(who, PEOPLE) || tokens.isName(who);
        if (scene.amount().to() == verb - 1) {
            return person && tokens.is(verb - 1, Tag.IT);
        }
        int from = scene.amount().from();
        return (person && who < from && from - who <= OBJECT) || (who > verb + 1 && isNounBeforeArticle(scene, who));
    }

    /**
     * "the misprint cost the lab two hours": such a verb is alike in all tenses, and what it costs is paid by whoever is named. What it
     * costs the client or the reader is what the author will charge them: "cost you two hours".
     */
    static boolean isAnothersCost(Scene scene, int verb) {
        Tokens tokens = scene.tokens();
        if (tokens.is(verb + 1, Tag.OTHER) || tokens.is(verb + 2, Tag.CLIENT_HEADER)) {
            return false;
        }
        boolean cost = tokens.is(verb, Tag.TAKE) && !tokens.isAny(verb, Tag.PRESENT, Tag.PAST, Tag.TAKE_BACK);
        boolean noun = tokens.isAny(verb + 1, BEFORE_A_NOUN)
                && verb + 3 == scene.amount().from()
                && tokens.isWord(verb + 2)
                && !tokens.word(verb + 2).known();
        return cost && !tokens.isAny(verb - 1, Tag.MODAL, Tag.TO) && (noun || isAnother(scene, verb));
    }

    /** "took the yard an hour": between two articles nothing but a noun has room. */
    private static boolean isNounBeforeArticle(Scene scene, int noun) {
        Tokens tokens = scene.tokens();
        return noun + 1 == scene.amount().from()
                && tokens.is(noun + 1, Tag.ARTICLE)
                && tokens.isWord(noun)
                && !tokens.isAny(noun, Tag.DATE_WORD, Tag.ADVERB, Tag.WHOLE);
    }

    /** "took ten minutes for the pump to start": somebody or something else did it. */
    static boolean isAnyInfinitive(Scene scene) {
        Tokens tokens = scene.tokens();
        int lead = scene.amount().to();
        if (!tokens.is(lead, Tag.LASTING) || tokens.isAny(lead + 1, Tag.ME, Tag.SELF)) {
            return false;
        }
        int end = Math.min(lead + SUBJECT_OF_INFINITIVE, scene.clause().to());
        int to = tokens.find(lead + 2, end, Tag.TO);
        return to >= 0 && tokens.isWord(to + 1) && !tokens.isCapitalised(to + 1) && !tokens.is(to + 1, Tag.THE);
    }
}
