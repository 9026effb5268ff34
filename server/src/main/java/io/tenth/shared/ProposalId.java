package io.tenth.shared;

import java.util.UUID;

/** The id of a proposal. */
public record ProposalId(UUID value) {

    public static ProposalId next() {
        return new ProposalId(Ids.next());
    }
}
