package io.tenth.identity.web;

import io.tenth.identity.Account;
import io.tenth.identity.Administration;
import io.tenth.identity.Invitations;
import io.tenth.identity.Recovery;
import io.tenth.identity.Standing;
import io.tenth.shared.Change;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The accounts of the firm, and the links with which an administrator lets people in. */
@Controller
class PeoplePages {

    private static final int SHOWN = 50;

    private final Invitations invitations;
    private final Administration administration;
    private final Recovery recovery;

    PeoplePages(Invitations invitations, Administration administration, Recovery recovery) {
        this.invitations = invitations;
        this.administration = administration;
        this.recovery = recovery;
    }

    @GetMapping("/people")
    String list(@RequestParam(required = false) @Nullable String after, Account account, Model page) {
        var found = administration.page(after, SHOWN, account.person());
        page.addAttribute(
                "people",
                found.items().stream()
                        .map(each -> PersonView.of(each, account.zone()))
                        .toList());
        page.addAttribute("after", after);
        page.addAttribute("next", found.nextCursor());
        page.addAttribute("roles", roles());
        return "people";
    }

    /** Answers with the link itself: it is shown this once and kept nowhere. */
    @PostMapping("/people/invitations")
    String invite(@RequestParam String role, Account account, Model page) {
        var token = invitations.invite(roleOf(role), account.person());
        page.addAttribute("link", invitations.link(token));
        page.addAttribute("invitedRole", role);
        page.addAttribute("days", Invitations.LIFE.toDays());
        return list(null, account, page);
    }

    /** Sets what an account may do. */
    @PostMapping("/people/{id}")
    String change(@PathVariable UUID id, StandingForm form, Account account, Model page) {
        try {
            administration.change(new UserId(id), form.standing(), Demand.ANY, account.person());
            return form.after() == null
                    ? "redirect:/people"
                    : "redirect:/people?after=" + URLEncoder.encode(form.after(), StandardCharsets.UTF_8);
        } catch (DomainException refusal) {
            page.addAttribute("refusal", refusal.sentence());
            return list(form.after(), account, page);
        }
    }

    /** Answers with a link for a colleague who forgot their password: it is shown this once and kept nowhere. */
    @PostMapping("/people/{id}/password-reset")
    String makeResetLink(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            Account account,
            Model page) {
        var user = new UserId(id);
        var colleague = administration.one(user, account.person());
        page.addAttribute("resetName", colleague.fullName());
        page.addAttribute("resetLink", recovery.linkFor(user, account.person()));
        return list(after, account, page);
    }

    private static Role roleOf(String key) {
        if (!roles().contains(key)) {
            throw DomainException.invalid("The role is one of " + String.join(", ", roles()) + ".");
        }
        return Role.ofKey(key);
    }

    private static List<String> roles() {
        return Arrays.stream(Role.values()).map(Role::key).toList();
    }

    /**
     * What is sent for one person.
     *
     * @param disabled null where the box is not ticked
     * @param after where the page began on which it was sent
     */
    record StandingForm(
            @Nullable String role,
            @Nullable Boolean disabled,
            @Nullable String after) {

        Standing standing() {
            return new Standing(
                    new Change.To<>(roleOf(role == null ? "" : role)), new Change.To<>(Boolean.TRUE.equals(disabled)));
        }
    }

    record PersonView(
            UUID id,
            String name,
            String email,
            String role,
            boolean disabled,
            String zone,
            String joined,
            @Nullable String lastSeen) {

        private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

        static PersonView of(Account account, ZoneId reader) {
            return new PersonView(
                    account.id().value(),
                    account.fullName(),
                    account.email(),
                    account.role().key(),
                    account.disabled(),
                    account.zone().getId(),
                    day(account.createdAt(), reader),
                    account.lastLogin() == null ? null : day(account.lastLogin(), reader));
        }

        private static String day(Instant instant, ZoneId zone) {
            return DATE.format(instant.atZone(zone));
        }
    }
}
