package io.tenth.extraction.internal.score;

import io.tenth.extraction.ExaminedAmount.Reason;
import io.tenth.extraction.internal.clause.Testimony;
import java.util.List;

/**
 * What was decided on an amount, and why.
 *
 * @param testimony what was seen of it
 * @param entry whether it was taken
 * @param confidence how likely it is an entry, 0 to 1
 * @param reasons what spoke for and against, the weightiest first
 */
public record Opinion(Testimony testimony, boolean entry, double confidence, List<Reason> reasons) {}
