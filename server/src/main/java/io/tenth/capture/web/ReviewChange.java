package io.tenth.capture.web;

import io.tenth.capture.Proposals;
import io.tenth.identity.Account;
import io.tenth.shared.ProposalId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The answer to every change of the review: the proposals as they are now, a message that says what was done, the way to take
 * it back, and the number of those that still wait. Each part names the place on the page that it replaces.
 */
@Component
class ReviewChange {

    private static final String VIEW = "review-change";

    private final Proposals proposals;

    ReviewChange(Proposals proposals) {
        this.proposals = proposals;
    }

    /**
     * The request that takes a change back.
     *
     * @param deletes the address to delete; null when {@code posts} is set
     * @param posts the address to post {@code values} to
     * @param focus the proposal to look at afterwards
     */
    record Undo(@Nullable String deletes, @Nullable String posts, Map<String, String> values, UUID focus) {

        static Undo delete(String address, List<UUID> ids) {
            return new Undo(address, null, Map.of(), ids.getFirst());
        }

        static Undo deleteAll(String address, List<UUID> ids) {
            var query = ids.stream().map(UUID::toString).collect(Collectors.joining(",", "?ids=", ""));
            return delete(address + query, ids);
        }

        static Undo post(String address, Map<String, String> values, UUID id) {
            return new Undo(null, address, values, id);
        }
    }

    /** A change that can be taken back. A single proposal is named in the message. */
    String done(List<UUID> ids, String message, Undo undo, Account account, Model page) {
        page.addAttribute("undo", undo);
        return undone(ids, message, account, page);
    }

    /** A change that ends there. */
    String undone(List<UUID> ids, String message, Account account, Model page) {
        var cards = ids.stream()
                .map(id -> ProposalCard.of(proposals.one(new ProposalId(id), account.person()), account.zone()))
                .toList();
        page.addAttribute("cards", cards);
        page.addAttribute(
                "message", cards.size() == 1 ? message + ": " + cards.getFirst().title() : message);
        page.addAttribute("waiting", proposals.open(account.person()));
        return VIEW;
    }
}
