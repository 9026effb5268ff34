package io.tenth.capture;

import io.tenth.shared.DomainException;
import io.tenth.shared.Page;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which proposals are asked for: those of a state, latest day first.
 *
 * @param after where the page begins; null for the first
 * @param limit 1 to 100
 */
public record ProposalQuery(Proposal.State state, @Nullable Cursor after, int limit) {

    public ProposalQuery {
        Page.size(limit);
    }

    /** The first page. */
    public static ProposalQuery first(Proposal.State state) {
        return new ProposalQuery(state, null, Page.MOST);
    }

    /** The last proposal of the page before. */
    public record Cursor(LocalDate day, UUID proposal) {

        static Cursor of(Proposal proposal) {
            return new Cursor(proposal.work().day(), proposal.id().value());
        }

        /** Reads the text that {@link #text} wrote. Refuses any other. */
        public static Cursor parse(String text) {
            var parts = text.split("_", 2);
            try {
                return new Cursor(LocalDate.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw DomainException.invalid("The cursor is not one that a page gave.");
            }
        }

        public String text() {
            return day + "_" + proposal;
        }
    }
}
