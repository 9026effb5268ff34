package io.tenth.capture.web;

import io.tenth.capture.Proposal;
import io.tenth.capture.ProposalEdit;
import io.tenth.capture.Proposals;
import io.tenth.client.Clients;
import io.tenth.identity.Account;
import io.tenth.shared.DomainException;
import io.tenth.shared.MatterId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.TypedDuration;
import io.tenth.shared.WorkType;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The form in which a person corrects what a proposal says. */
@Controller
class ReviewCorrections {

    private final Proposals proposals;
    private final Clients clients;
    private final ReviewChange change;

    ReviewCorrections(Proposals proposals, Clients clients, ReviewChange change) {
        this.proposals = proposals;
        this.clients = clients;
        this.change = change;
    }

    @GetMapping("/review/{id}/correction")
    String form(@PathVariable UUID id, Account account, Model page) {
        return form(id, CorrectionForm.of(before(id, account)), account, page);
    }

    /** Corrects, and offers what was there before as the way back. */
    @PostMapping("/review/{id}/correction")
    String correct(
            @PathVariable UUID id, CorrectionForm form, Account account, Model page, HttpServletResponse response) {
        try {
            var before = before(id, account);
            proposals.edit(new ProposalId(id), form.edit(), account.person());
            var undo = ReviewChange.Undo.post(
                    "/review/" + id + "/correction?undone=true",
                    CorrectionForm.of(before).values(),
                    id);
            return change.done(List.of(id), "Changed", undo, account, page);
        } catch (DomainException refusal) {
            response.setStatus(422);
            page.addAttribute("refusal", refusal.sentence());
            return form(id, form, account, page);
        }
    }

    @PostMapping(path = "/review/{id}/correction", params = "undone")
    String undo(@PathVariable UUID id, CorrectionForm before, Account account, Model page) {
        proposals.edit(new ProposalId(id), before.edit(), account.person());
        return change.undone(List.of(id), "Changed back", account, page);
    }

    private Proposal before(UUID id, Account account) {
        return proposals.one(new ProposalId(id), account.person());
    }

    private String form(UUID id, CorrectionForm form, Account account, Model page) {
        var proposal = proposals.one(new ProposalId(id), account.person());
        page.addAttribute("card", ProposalCard.of(proposal, account.zone()));
        page.addAttribute("form", form);
        page.addAttribute("matters", clients.matters(account.person()));
        page.addAttribute(
                "types", Arrays.stream(WorkType.values()).map(WorkType::key).toList());
        return "review-item :: form";
    }

    /**
     * What the form holds, as it was typed.
     *
     * @param matter the id of a matter of the directory; empty for the words in {@code clientMatter}
     * @param billed hours that are billed in place of what the rules say; empty to leave it to them
     * @param billable null when the box is not ticked
     */
    record CorrectionForm(
            String hours,
            String day,
            String type,
            String matter,
            String clientMatter,
            @Nullable String billable,
            String description,
            String billed) {

        /** A field that the browser did not send is as good as an empty one. */
        CorrectionForm {
            hours = Objects.requireNonNullElse(hours, "");
            day = Objects.requireNonNullElse(day, "");
            type = Objects.requireNonNullElse(type, "");
            matter = Objects.requireNonNullElse(matter, "");
            clientMatter = Objects.requireNonNullElse(clientMatter, "");
            description = Objects.requireNonNullElse(description, "");
            billed = Objects.requireNonNullElse(billed, "");
        }

        static CorrectionForm of(Proposal proposal) {
            var work = proposal.work();
            var own = proposal.billed().own();
            var matter = work.matter();
            return new CorrectionForm(
                    new TypedDuration(work.minutes()).text(),
                    work.day().toString(),
                    work.type().key(),
                    matter == null ? "" : matter.value().toString(),
                    work.clientMatter() == null ? "" : work.clientMatter(),
                    work.billable() ? "yes" : null,
                    work.description(),
                    own == null ? "" : new TypedDuration(own).text());
        }

        ProposalEdit edit() {
            return new ProposalEdit(
                    date(),
                    TypedDuration.parse(hours).minutes(),
                    WorkType.ofKey(type),
                    billable != null,
                    matterId(),
                    clientMatter,
                    description,
                    billed.isBlank() ? null : TypedDuration.parse(billed).minutes());
        }

        /** The fields by name, for a form that sends them again. */
        Map<String, String> values() {
            var always = Map.of(
                    "hours", hours,
                    "day", day,
                    "type", type,
                    "matter", matter,
                    "clientMatter", clientMatter,
                    "description", description,
                    "billed", billed);
            if (billable == null) {
                return always;
            }
            var all = new HashMap<>(always);
            all.put("billable", billable);
            return all;
        }

        private LocalDate date() {
            try {
                return LocalDate.parse(day);
            } catch (DateTimeException e) {
                throw DomainException.invalid("The day has the form 2026-03-10.");
            }
        }

        private @Nullable MatterId matterId() {
            try {
                return matter.isEmpty() ? null : new MatterId(UUID.fromString(matter));
            } catch (IllegalArgumentException e) {
                throw DomainException.invalid("There is no such matter.");
            }
        }
    }
}
