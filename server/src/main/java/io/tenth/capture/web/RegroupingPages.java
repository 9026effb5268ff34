package io.tenth.capture.web;

import io.tenth.capture.Proposal;
import io.tenth.capture.ProposalEdit;
import io.tenth.capture.Proposals;
import io.tenth.capture.Regroupings;
import io.tenth.client.Clients;
import io.tenth.identity.Account;
import io.tenth.shared.DomainException;
import io.tenth.shared.MatterId;
import io.tenth.shared.ProposalId;
import io.tenth.shared.TypedDuration;
import io.tenth.shared.WorkType;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form that splits a proposal, the merging of those that are selected, and the page of what came of either. */
@Controller
class RegroupingPages {

    private static final int ROWS = 4;

    private final Regroupings regroupings;
    private final Proposals proposals;
    private final Clients clients;

    RegroupingPages(Regroupings regroupings, Proposals proposals, Clients clients) {
        this.regroupings = regroupings;
        this.proposals = proposals;
        this.clients = clients;
    }

    /** One part as it was typed. */
    record Part(String hours, String type, String matter, String description) {

        ProposalEdit over(Proposal whole) {
            var work = whole.work();
            return new ProposalEdit(
                    work.day(),
                    TypedDuration.parse(hours).minutes(),
                    WorkType.ofKey(type),
                    work.billable(),
                    matter.isEmpty() ? work.matter() : matterId(),
                    work.clientMatter(),
                    description,
                    null);
        }

        private MatterId matterId() {
            try {
                return new MatterId(UUID.fromString(matter));
            } catch (IllegalArgumentException e) {
                throw DomainException.invalid("There is no such matter.");
            }
        }
    }

    @GetMapping("/review/{id}/parts")
    String form(@PathVariable UUID id, Account account, Model page) {
        var work = proposals.one(new ProposalId(id), account.person()).work();
        var matter = work.matter() == null ? "" : work.matter().value().toString();
        var first =
                new Part(new TypedDuration(work.minutes()).text(), work.type().key(), matter, work.description());
        var rest = new Part("", work.type().key(), matter, work.description());
        return form(
                id,
                IntStream.range(0, ROWS)
                        .mapToObj(row -> row == 0 ? first : rest)
                        .toList(),
                account,
                page);
    }

    /** Splits; a refusal leaves what was typed. */
    @PostMapping("/review/{id}/parts")
    String split(@PathVariable UUID id, PartsForm form, Account account, Model page, HttpServletResponse response) {
        try {
            var whole = proposals.one(new ProposalId(id), account.person());
            var parts = form.parts().stream()
                    .filter(part -> !part.hours().isBlank())
                    .map(part -> part.over(whole))
                    .toList();
            return "redirect:/review/regroupings/"
                    + regroupings.split(whole.id(), parts, account.person()).id();
        } catch (DomainException refusal) {
            response.setStatus(422);
            page.addAttribute("refusal", refusal.sentence());
            return form(id, form.parts(), account, page);
        }
    }

    /** Merges those that are selected, and sends the browser to what came of it. */
    @PostMapping("/review/mergers")
    ResponseEntity<Void> merge(@RequestParam(defaultValue = "") List<UUID> ids, Account account) {
        var merged = regroupings.merge(ids.stream().map(ProposalId::new).toList(), account.person());
        return ResponseEntity.noContent()
                .header("HX-Redirect", "/review/regroupings/" + merged.id())
                .build();
    }

    @GetMapping("/review/regroupings/{id}")
    String regrouped(@PathVariable UUID id, Account account, Model page) {
        page.addAttribute("regrouping", id);
        page.addAttribute(
                "cards",
                regroupings.made(id, account.person()).stream()
                        .map(made -> ProposalCard.of(proposals.one(made, account.person()), account.zone()))
                        .toList());
        return "review-regrouped";
    }

    @PostMapping("/review/regroupings/{id}/undoing")
    String undo(@PathVariable UUID id, Account account, Model page, HttpServletResponse response) {
        try {
            regroupings.undo(id, account.person());
            return "redirect:/review";
        } catch (DomainException refusal) {
            response.setStatus(409);
            page.addAttribute("refusal", refusal.sentence());
            return regrouped(id, account, page);
        }
    }

    private String form(UUID id, List<Part> parts, Account account, Model page) {
        page.addAttribute("card", ProposalCard.of(proposals.one(new ProposalId(id), account.person()), account.zone()));
        page.addAttribute("parts", parts);
        page.addAttribute("matters", clients.matters(account.person()));
        page.addAttribute(
                "types", Arrays.stream(WorkType.values()).map(WorkType::key).toList());
        return "review-parts";
    }

    /** The rows of the form, each field as often as there are rows. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record PartsForm(
            @Nullable String[] hours,
            @Nullable String[] type,
            @Nullable String[] matter,
            @Nullable String[] description) {

        List<Part> parts() {
            return IntStream.range(0, ROWS)
                    .mapToObj(row -> new Part(at(hours, row), at(type, row), at(matter, row), at(description, row)))
                    .toList();
        }

        private static String at(@Nullable String @Nullable [] values, int row) {
            var value = values == null || row >= values.length ? null : values[row];
            return value == null ? "" : value;
        }
    }
}
