package io.tenth.extraction.internal.score;

import io.tenth.extraction.internal.clause.Testimony;
import java.util.List;

/**
 * An amount that is taken for work of the author, or that may be.
 *
 * @param testimony what was seen of it
 * @param confidence how likely that is, 0 to 1
 * @param reasons what spoke for it, strongest first
 */
public record Verdict(Testimony testimony, double confidence, List<String> reasons) {

    /** Whether it is rather work than none. */
    public boolean isTaken() {
        return confidence >= Judge.LIKELY;
    }
}
