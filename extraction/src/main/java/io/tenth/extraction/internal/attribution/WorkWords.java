package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.locale.Language.Habit;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.model.Features.Spelling;
import io.tenth.extraction.internal.token.Range;
import io.tenth.extraction.internal.token.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * The words that say what an amount of work was: those of its share that are neither small words nor names, nor part of the
 * amount or of a day. The first of them, the verb, and the head of what the work was done to tell most: a "mediation statement"
 * is a statement.
 */
final class WorkWords {

    private static final String NONE = "none";
    private static final int MOST = 8;
    private static final int LONGEST_STEM = 6;
    private static final int LONGEST_LEAD = 4;
    private static final int LONGEST_OBJECT = 7;

    private static final Tag[] SMALL = {
        Tag.PREPOSITION,
        Tag.THE,
        Tag.ARTICLE,
        Tag.SELF,
        Tag.ME,
        Tag.MINE,
        Tag.AND,
        Tag.IT,
        Tag.APPROXIMATE,
        Tag.BE,
        Tag.HAVE
    };

    private final Scene scene;
    private final Tokens tokens;
    private final List<Integer> words = new ArrayList<>();

    WorkWords(Scene scene) {
        this.scene = scene;
        this.tokens = scene.tokens();
        Range share = scene.share();
        for (int i = share.from(); i < share.to() && words.size() < MOST; i++) {
            if (isInside(i) && !isName(i) && !isSmall(tokens, i)) {
                words.add(i);
            }
        }
    }

    /** Spells what a model hears of them. */
    void spell(Spelling spelling) {
        for (int word : words) {
            stem("word ", word, spelling);
            if (tokens.isWord(word + 1)) {
                stem(tokens, word, sign("next ", tokens, spelling)).put(" ");
                stem(tokens, word + 1, spelling).end();
            }
        }
        if (!words.isEmpty()) {
            stem("first ", words.getFirst(), spelling);
        }
        int verb = verb();
        if (verb >= 0) {
            stem("verb ", verb, spelling);
        }
        int head = head(verb);
        if (head >= 0) {
            stem("head ", head, spelling);
            String kind = tokens.is(head, Tag.WORK) ? WorkKind.of(tokens, head).name() : NONE;
            kind("head ", kind, spelling);
        }
        classes(verb, head, spelling);
        int object = object();
        if (object >= 0) {
            object(object, spelling);
        }
    }

    private void classes(int verb, int head, Spelling spelling) {
        List<String> classes = new ArrayList<>();
        for (int word : words) {
            List<String> its = tokens.workClasses(word);
            its.forEach(name -> kind("class ", name, spelling));
            if (!its.isEmpty()) {
                classes.add(joined(its));
            }
        }
        String first = classes.isEmpty() ? NONE : classes.getFirst();
        kind("class first ", first, spelling);
        both("class two ", first, classes.size() < 2 ? NONE : classes.get(1), spelling);
        String done = classOf(verb);
        String onWhat = classOf(head);
        kind("class verb ", done, spelling);
        kind("class head ", onWhat, spelling);
        both("class both ", done, onWhat, spelling);
    }

    private String classOf(int word) {
        return word < 0 ? NONE : joined(tokens.workClasses(word));
    }

    /** Most words are of one class, whose name need not be copied. */
    private static String joined(List<String> classes) {
        return classes.size() == 1 ? classes.getFirst() : String.join("+", classes);
    }

    private void object(int object, Spelling spelling) {
        stem("object ", object, spelling);
        sign("object after ", tokens, spelling).put(tokens.small(lead())).put(" ");
        stem(tokens, object, spelling).end();
        tokens.workClasses(object).forEach(name -> kind("object class ", name, spelling));
        if (tokens.is(object, Tag.WORK)) {
            kind("object ", WorkKind.of(tokens, object).name(), spelling);
        }
    }

    /** The last word of the noun to which a preposition behind the amount leads: "two hours on the draft deed"; or -1. */
    private int object() {
        int from = lead() + 1;
        int head = -1;
        for (int i = from; from > 0 && i < Math.min(scene.sentence().to(), from + LONGEST_OBJECT) && isInside(i); i++) {
            if (!isName(i) && !isSmall(tokens, i)) {
                head = i;
            } else if (head >= 0 && !isName(i)) {
                break;
            }
        }
        return head;
    }

    /** The preposition behind the amount and behind small words and days that follow it, or -1. */
    private int lead() {
        int at = scene.amount().to();
        int end = Math.min(scene.sentence().to(), at + LONGEST_LEAD);
        while (at < end && !tokens.is(at, Tag.PREPOSITION) && isPassed(at)) {
            at++;
        }
        return tokens.is(at, Tag.PREPOSITION) ? at : -1;
    }

    private boolean isPassed(int i) {
        return (tokens.isWord(i) && isSmall(tokens, i)) || scene.page().dates().covering(i) != null;
    }

    static boolean isSmall(Tokens tokens, int i) {
        return tokens.isAny(i, SMALL);
    }

    /** The first verb that says what was done, or -1. */
    private int verb() {
        for (int word : words) {
            if (tokens.isAny(word, Tag.GERUND, Tag.PAST) && !tokens.isAny(word, Tag.SPEND, Tag.TAKE, Tag.EVENT)) {
                return word;
            }
        }
        return -1;
    }

    /** The last word of the first noun and what describes it, behind the verb where there is one; or -1. */
    private int head(int verb) {
        int head = -1;
        for (int word : words) {
            if (word <= verb || tokens.isAny(word, Tag.SPEND, Tag.TAKE, Tag.BILL)) {
                continue;
            }
            if (head >= 0 && !isJoined(head, word)) {
                break;
            }
            head = word;
        }
        return head;
    }

    /** Whether nothing but names stands between two words. */
    private boolean isJoined(int one, int other) {
        for (int i = one + 1; i < other; i++) {
            if (!isInside(i) || !isName(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a word of the text around the amount and the days. */
    private boolean isInside(int i) {
        return tokens.isWord(i)
                && !scene.amount().range().covers(i)
                && scene.page().dates().covering(i) == null;
    }

    /** Whether it is written large without need; what a sentence begins with may be any word. */
    private boolean isName(int i) {
        return tokens.isName(i)
                && !tokens.language().has(Habit.CAPITAL_NOUNS)
                && i != scene.sentence().from();
    }

    private static void kind(String sign, String name, Spelling spelling) {
        spelling.put(WorkKind.FEATURE).put(sign).put(name).end();
    }

    private static void both(String sign, String name, String other, Spelling spelling) {
        spelling.put(WorkKind.FEATURE).put(sign).put(name).put(" ").put(other).end();
    }

    private void stem(String sign, int word, Spelling spelling) {
        stem(sign, tokens, word, spelling);
    }

    /** Spells the feature that a word of its stem stands there. */
    static void stem(String sign, Tokens tokens, int word, Spelling spelling) {
        stem(tokens, word, sign(sign, tokens, spelling)).end();
    }

    private static Spelling sign(String sign, Tokens tokens, Spelling spelling) {
        return spelling.put(WorkKind.FEATURE)
                .put(tokens.language().code())
                .put(" ")
                .put(sign);
    }

    private static Spelling stem(Tokens tokens, int i, Spelling spelling) {
        String word = tokens.small(i);
        for (int at = 0; at < Math.min(word.length(), LONGEST_STEM); at++) {
            spelling.put(word.charAt(at));
        }
        return spelling;
    }
}
