package io.tenth.identity.web;

import io.tenth.identity.Account;
import io.tenth.identity.Accounts;
import io.tenth.identity.Invitations;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import io.tenth.shared.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The accounts of the firm, and the links with which an administrator lets people in. */
@Controller
class PeoplePages {

    private final Accounts accounts;
    private final Invitations invitations;

    PeoplePages(Accounts accounts, Invitations invitations) {
        this.accounts = accounts;
        this.invitations = invitations;
    }

    @GetMapping("/people")
    String list(Account account, Model page) {
        if (account.role() != Role.ADMIN) {
            throw new DomainException(ErrorCode.AUTHORIZATION_ERROR, "Only an administrator sees who has an account.");
        }
        page.addAttribute(
                "people",
                accounts.visible(account.person()).stream()
                        .map(each -> PersonView.of(each, account.zone()))
                        .toList());
        page.addAttribute("roles", roles());
        return "people";
    }

    /** Answers with the link itself: it is shown this once and kept nowhere. */
    @PostMapping("/people/invitations")
    String invite(@RequestParam String role, Account account, Model page) {
        var token = invitations.invite(roleOf(role), account.person());
        page.addAttribute(
                "link",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/join")
                        .queryParam("link", token.value())
                        .toUriString());
        page.addAttribute("invitedRole", role);
        page.addAttribute("days", Invitations.LIFE.toDays());
        return list(account, page);
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

    record PersonView(
            String name,
            String email,
            String role,
            String zone,
            String joined,
            @Nullable String lastSeen) {

        private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

        static PersonView of(Account account, ZoneId reader) {
            return new PersonView(
                    account.fullName(),
                    account.email(),
                    account.role().key(),
                    account.zone().getId(),
                    day(account.createdAt(), reader),
                    account.lastLogin() == null ? null : day(account.lastLogin(), reader));
        }

        private static String day(Instant instant, ZoneId zone) {
            return DATE.format(instant.atZone(zone));
        }
    }
}
