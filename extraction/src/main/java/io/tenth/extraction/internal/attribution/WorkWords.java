package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.clause.Scene;
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

    private static final int MOST = 8;
    private static final int LONGEST_STEM = 6;

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
            if (isInside(i) && !isName(i) && !tokens.isAny(i, SMALL)) {
                words.add(i);
            }
        }
    }

    /** Spells what a model hears of them. */
    void spell(Spelling spelling) {
        words.forEach(word -> stem("word ", word, spelling));
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
            String kind = tokens.is(head, Tag.WORK) ? WorkKind.of(tokens, head).name() : "none";
            spelling.put(WorkKind.FEATURE).put("head ").put(kind).end();
        }
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

    private boolean isName(int i) {
        return tokens.isCapitalised(i) && !tokens.word(i).known();
    }

    private void stem(String sign, int word, Spelling spelling) {
        spelling.put(WorkKind.FEATURE)
                .put(tokens.language().code())
                .put(" ")
                .put(sign)
                .put(stem(word))
                .end();
    }

    private String stem(int i) {
        String word = tokens.small(i);
        return word.substring(0, Math.min(word.length(), LONGEST_STEM));
    }
}
