package io.tenth.capture;

import io.tenth.shared.DayCursor;
import io.tenth.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * Which proposals are asked for: those of a state, latest day first.
 *
 * @param after the cursor of the page before, which goes with this state alone; null for the first page
 * @param limit 1 to 100
 */
public record ProposalQuery(Proposal.State state, @Nullable String after, int limit) {

    public ProposalQuery {
        Page.size(limit);
    }

    /** Where the page begins; null for the first page. Refuses a cursor of another state. */
    @Nullable
    DayCursor start() {
        return after == null ? null : DayCursor.parse(after, state.key());
    }

    /** The cursor of the page that begins after a proposal. */
    String cursor(Proposal last) {
        return new DayCursor(last.work().day(), last.id().value()).text(state.key());
    }

    /** The first page. */
    public static ProposalQuery first(Proposal.State state) {
        return new ProposalQuery(state, null, Page.MOST);
    }
}
