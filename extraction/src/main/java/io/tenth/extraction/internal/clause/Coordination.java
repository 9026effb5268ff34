package io.tenth.extraction.internal.clause;

import io.tenth.extraction.internal.amount.Amount.Kind;
import io.tenth.extraction.internal.clause.Scene.Page;
import io.tenth.extraction.internal.locale.Tag;
import io.tenth.extraction.internal.token.Tokens;
import java.util.List;

/** Two amounts of one statement: {@code from 9 to 11:30 and again 2 to 3:15}. What is seen of the first holds for the second. */
final class Coordination {

    private final Tokens tokens;

    Coordination(Page page) {
        this.tokens = page.tokens();
    }

    void compare(List<Testimony> all) {
        for (int i = 0; i + 1 < all.size(); i++) {
            Scene first = all.get(i).scene();
            Scene second = all.get(i + 1).scene();
            boolean ranges = first.amount().is(Kind.CLOCK) && second.amount().is(Kind.CLOCK);
            if (ranges && areJoined(first.amount().to(), second.amount().from())) {
                all.get(i + 1).seen().addAll(all.get(i).seen());
            }
        }
    }

    private boolean areJoined(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!tokens.isAny(i, Tag.AND, Tag.ADVERB, Tag.FROM) && !tokens.isMark(i, ',')) {
                return false;
            }
        }
        return true;
    }
}
