package io.tenth.extraction.internal.score;

import io.tenth.extraction.internal.clause.Testimony;
import java.util.List;

/**
 * An amount that is taken for work of the author.
 *
 * @param testimony what was seen of it
 * @param confidence how likely that is, 0.5 to 1
 * @param reasons what spoke for it, strongest first
 */
public record Verdict(Testimony testimony, double confidence, List<String> reasons) {}
