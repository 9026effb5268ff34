package io.tenth.extraction.internal.score;

import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.model.Features;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Locale;

/** The first letters of a word, as the features name it. */
record Stem(String letters) {

    /** Features look no farther than this. */
    private static final int LOOK = 60;

    /** The word as the message has it near the amount or in its subject; the stem with an ellipsis where it is not found. */
    String spelledOut(Scene scene) {
        Tokens tokens = scene.tokens();
        int at = scene.amount().from();
        int found = find(tokens, Math.max(0, at - LOOK), Math.min(tokens.size(), at + LOOK));
        if (found >= 0) {
            return tokens.text(found);
        }
        Tokens subject = scene.page().subject();
        int inSubject = find(subject, 0, Math.min(subject.size(), LOOK));
        return inSubject >= 0 ? subject.text(inSubject) : letters + (isCut() ? "…" : "");
    }

    private int find(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isWord(i) && isOf(tokens.text(i))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isOf(String word) {
        String small = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return isCut() ? small.startsWith(letters) : small.equals(letters);
    }

    private boolean isCut() {
        return letters.length() == Features.STEM;
    }
}
