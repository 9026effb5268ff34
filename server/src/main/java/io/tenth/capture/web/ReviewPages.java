package io.tenth.capture.web;

import io.tenth.capture.Proposal;
import io.tenth.capture.ProposalQuery;
import io.tenth.capture.Proposals;
import io.tenth.identity.Account;
import io.tenth.shared.Actor;
import io.tenth.shared.Page;
import io.tenth.shared.ProposalId;
import io.tenth.shared.TypedDuration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The review: proposals with their evidence. {@link ReviewDecisions} and {@link ReviewCorrections} change them. */
@Controller
class ReviewPages {

    private final Proposals proposals;

    ReviewPages(Proposals proposals) {
        this.proposals = proposals;
    }

    /** The proposals of a state, newest day first. */
    @GetMapping("/review")
    String review(
            @RequestParam(defaultValue = "proposed") String state,
            @RequestParam Optional<String> after,
            Account account,
            Model page) {
        var asked = Proposal.State.ofKey(state);
        var query = new ProposalQuery(asked, after.orElse(null), Page.MOST);
        var found = proposals.page(query, account.person());
        page.addAttribute("state", state);
        page.addAttribute("days", Day.of(cards(found.items(), account)));
        page.addAttribute("next", found.nextCursor());
        page.addAttribute("isFirst", after.isEmpty());
        page.addAttribute("waiting", proposals.open(account.person()));
        return "review";
    }

    /** One proposal, on a page of its own. */
    @GetMapping("/review/{id}")
    String one(@PathVariable UUID id, Account account, Model page) {
        page.addAttribute("card", card(id, account));
        page.addAttribute("waiting", proposals.open(account.person()));
        return "proposal";
    }

    /** One proposal as it stands in the list, to take the place of its form. */
    @GetMapping(path = "/review/{id}", headers = "HX-Request")
    String part(@PathVariable UUID id, Account account, Model page) {
        page.addAttribute("card", card(id, account));
        return "review-item :: item";
    }

    /** How many wait, for the frame of any page. */
    @GetMapping("/review/count")
    String count(Actor.Person person, Model page) {
        page.addAttribute("waiting", proposals.open(person));
        return "review-count :: badge";
    }

    /** How many wait, as a sentence. */
    @GetMapping("/review/waiting")
    String waiting(Actor.Person person, Model page) {
        page.addAttribute("waiting", proposals.open(person));
        return "review-count :: sentence";
    }

    private ProposalCard card(UUID id, Account account) {
        return ProposalCard.of(proposals.one(new ProposalId(id), account.person()), account.zone());
    }

    private static List<ProposalCard> cards(List<Proposal> proposals, Account account) {
        return proposals.stream()
                .map(proposal -> ProposalCard.of(proposal, account.zone()))
                .toList();
    }

    /** The proposals of one day, and the hours that they come to. */
    record Day(String name, String hours, List<ProposalCard> cards) {

        static List<Day> of(List<ProposalCard> cards) {
            var byName = new LinkedHashMap<String, List<ProposalCard>>();
            cards.forEach(card -> byName.computeIfAbsent(card.dayName(), name -> new ArrayList<>())
                    .add(card));
            return byName.entrySet().stream()
                    .map(day -> new Day(day.getKey(), hours(day.getValue()), day.getValue()))
                    .toList();
        }

        private static String hours(List<ProposalCard> cards) {
            return new TypedDuration(cards.stream()
                            .mapToInt(card -> card.time().minutes())
                            .sum())
                    .decimal();
        }
    }
}
