package io.tenth.identity.web;

import io.tenth.identity.Access;
import io.tenth.identity.AccountChange;
import io.tenth.identity.Accounts;
import io.tenth.identity.ApiToken;
import io.tenth.identity.ApiTokens;
import io.tenth.identity.ConnectedProgram;
import io.tenth.identity.NewAccount;
import io.tenth.identity.NewApiToken;
import io.tenth.identity.PasswordChange;
import io.tenth.identity.ProgramGrants;
import io.tenth.identity.Scope;
import io.tenth.identity.Session;
import io.tenth.identity.SessionId;
import io.tenth.identity.Sessions;
import io.tenth.identity.TokenMaking;
import io.tenth.shared.Actor;
import io.tenth.shared.Change;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's own account: name, password, where they are signed in, and the tokens of their programs. */
@Controller
@RequestMapping("/account")
class AccountPages {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private final Accounts accounts;
    private final PasswordChange passwords;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final TokenMaking making;
    private final ProgramGrants programs;
    private final Clock clock;

    AccountPages(
            Accounts accounts,
            PasswordChange passwords,
            Sessions sessions,
            ApiTokens tokens,
            TokenMaking making,
            ProgramGrants programs,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tokens = tokens;
        this.making = making;
        this.programs = programs;
        this.clock = clock;
    }

    @GetMapping
    String show(Access access, Model page) {
        var zone = access.account().zone();
        page.addAttribute("own", accounts.own(access.person()));
        page.addAttribute(
                "sessions",
                sessions.page(null, Page.MOST, access.person()).items().stream()
                        .map(session -> SessionLine.of(session, access, zone))
                        .toList());
        page.addAttribute(
                "tokens",
                tokens.page(null, Page.MOST, access.person()).items().stream()
                        .map(token -> TokenLine.of(token, zone))
                        .toList());
        page.addAttribute(
                "programs",
                programs.connected(access.person()).stream()
                        .map(program -> ProgramLine.of(program, zone))
                        .toList());
        page.addAttribute(
                "scopes", Arrays.stream(Scope.values()).map(Scope::key).toList());
        return "account";
    }

    @PostMapping
    String change(
            @RequestParam String fullName,
            @RequestParam String zone,
            Access access,
            Model page,
            HttpServletResponse response) {
        return inForm("details", access, page, response, () -> {
            var change = new AccountChange(new Change.To<>(fullName), new Change.To<>(NewAccount.zone(zone)));
            accounts.change(change, Demand.ANY, access.person());
            return "redirect:/account";
        });
    }

    @PostMapping("/password")
    String changePassword(
            @RequestParam String current,
            @RequestParam String wanted,
            Access access,
            Model page,
            HttpServletResponse response) {
        return inForm("password", access, page, response, () -> {
            passwords.change(current, wanted, access);
            page.addAttribute("changed", true);
            return show(access, page);
        });
    }

    @PostMapping("/sessions/{id}/end")
    String endSession(@PathVariable UUID id, Actor.Person person) {
        sessions.end(new SessionId(id), person);
        return "redirect:/account";
    }

    /** Signs out everywhere but here. */
    @PostMapping("/sessions/end")
    String endOthers(Access access) {
        sessions.endAll(access.session(), access.person());
        return "redirect:/account";
    }

    /** Answers with the token itself: it is shown this once and kept nowhere. */
    @PostMapping("/tokens")
    String makeToken(TokenForm form, Access access, Model page, HttpServletResponse response) {
        return inForm("token", access, page, response, () -> {
            var made = making.make(form.newToken(clock.instant()), form.password(), access);
            page.addAttribute("secret", made.secret().value());
            page.addAttribute("secretName", made.token().name());
            return show(access, page);
        });
    }

    @PostMapping("/tokens/{id}/end")
    String revoke(@PathVariable UUID id, Actor.Person person) {
        tokens.revoke(id, person);
        return "redirect:/account";
    }

    /** Does what a form asks for; a refusal is shown in the form. */
    private String inForm(String form, Access access, Model page, HttpServletResponse response, Supplier<String> work) {
        try {
            return work.get();
        } catch (DomainException refusal) {
            RefusedForm.mark(response, refusal);
            page.addAttribute("refusedForm", form);
            page.addAttribute("refusal", refusal.sentence());
            return show(access, page);
        }
    }

    record TokenForm(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Integer days,
            @Nullable String current) {

        String password() {
            return current == null ? "" : current;
        }

        @Override
        public String toString() {
            return "TokenForm[hidden]";
        }

        NewApiToken newToken(Instant now) {
            return new NewApiToken(
                    name == null ? "" : name,
                    TokenApi.scopes(scopes == null ? List.of() : scopes),
                    days == null ? null : now.plus(Math.clamp(days, 1, 1_826), ChronoUnit.DAYS));
        }
    }

    record SessionLine(UUID id, String what, String address, boolean current, String since, String lastUsed) {

        static SessionLine of(Session session, Access access, ZoneId zone) {
            return new SessionLine(
                    session.id().value(),
                    (session.kind() == Session.Kind.BROWSER ? "Browser" : "Program")
                            + (session.device().agent().isEmpty()
                                    ? ""
                                    : ": " + session.device().agent()),
                    session.device().address(),
                    session.id().equals(access.session()),
                    moment(session.createdAt(), zone),
                    session.lastUsedAt() == null ? "–" : moment(session.lastUsedAt(), zone));
        }
    }

    record TokenLine(UUID id, String name, String scopes, String expires, String lastUsed) {

        static TokenLine of(ApiToken token, ZoneId zone) {
            return new TokenLine(
                    token.id(),
                    token.name(),
                    keys(token.scopes()),
                    token.expiresAt() == null ? "it is revoked" : moment(token.expiresAt(), zone),
                    token.lastUsedAt() == null ? "never" : moment(token.lastUsedAt(), zone));
        }
    }

    record ProgramLine(UUID id, String name, String scopes, String allowed, String lastUsed) {

        static ProgramLine of(ConnectedProgram program, ZoneId zone) {
            return new ProgramLine(
                    program.id(),
                    program.name(),
                    keys(program.scopes()),
                    moment(program.allowedAt(), zone),
                    program.usedAt() == null ? "never" : moment(program.usedAt(), zone));
        }
    }

    private static String keys(Set<Scope> scopes) {
        return scopes.stream().map(Scope::key).sorted().collect(Collectors.joining(", "));
    }

    private static String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone));
    }
}
