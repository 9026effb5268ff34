package io.tenth.extraction.internal.attribution;

import io.tenth.extraction.internal.amount.Amount;
import io.tenth.extraction.internal.clause.Scene;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import java.util.Locale;

/** Writes the work in a few words: what stands beside the amount, without the amount and what only leads to it. */
final class Description {

    private static final int LONGEST = 160;

    private Description() {}

    static String of(Scene scene) {
        Tokens tokens = scene.tokens();
        Amount amount = scene.amount();
        String before = trimmed(tokens, scene.share().from(), amount.from());
        String after = trimmed(tokens, amount.to(), scene.share().to());
        String text = after.length() > before.length() ? after : before;
        return text.isEmpty()
                ? ""
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1, Math.min(text.length(), LONGEST));
    }

    private static String trimmed(Tokens tokens, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && ((!tokens.isWord(from) && !tokens.isNumber(from)) || isLeading(tokens, from))) {
            from++;
        }
        while (to > from
                && ((!tokens.isWord(to - 1) && !tokens.isNumber(to - 1) && !tokens.isMark(to - 1, ')'))
                        || isTrailing(tokens, to - 1))) {
            to--;
        }
        return tokens.text(from, to).replaceAll("\\s+", " ");
    }

    private static boolean isLeading(Tokens tokens, int i) {
        return tokens.isAny(i, Tag.SELF, Tag.SPEND, Tag.AND, Tag.PREPOSITION, Tag.ADVERB, Tag.REQUEST, Tag.BILL);
    }

    private static boolean isTrailing(Tokens tokens, int i) {
        return tokens.isAny(i, Tag.SPEND, Tag.TAKE, Tag.AND, Tag.PREPOSITION, Tag.ME, Tag.APPROXIMATE);
    }
}
