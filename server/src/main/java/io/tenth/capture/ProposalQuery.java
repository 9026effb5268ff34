package io.tenth.capture;

import io.tenth.shared.DayCursor;
import io.tenth.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * Which proposals are asked for: those of a state, latest day first.
 *
 * @param after where the page begins; null for the first
 * @param limit 1 to 100
 */
public record ProposalQuery(Proposal.State state, @Nullable DayCursor after, int limit) {

    public ProposalQuery {
        Page.size(limit);
    }

    /** The first page. */
    public static ProposalQuery first(Proposal.State state) {
        return new ProposalQuery(state, null, Page.MOST);
    }
}
