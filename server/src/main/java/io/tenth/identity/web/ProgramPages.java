package io.tenth.identity.web;

import io.tenth.identity.ProgramGrant;
import io.tenth.identity.ProgramGrants;
import io.tenth.identity.ProgramSignIn;
import io.tenth.identity.Programs;
import io.tenth.identity.ReturnAddress;
import io.tenth.identity.Scope;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a program asks of a person, for them to say yes or no; and the end of what they have allowed. */
@Controller
class ProgramPages {

    private final ProgramGrants grants;
    private final Programs programs;

    ProgramPages(ProgramGrants grants, Programs programs) {
        this.grants = grants;
        this.programs = programs;
    }

    /** Shows what is stored of the request, and nothing that the address of the page says of it. */
    @GetMapping(ProgramSignIn.CONSENT)
    String ask(@RequestParam String state, Actor.Person person, Model page, HttpServletResponse response) {
        var grant = grants.waiting(state, person);
        var program = programs.find(grant.program(), new Actor.Program())
                .orElseThrow(() -> DomainException.notFound("program"));
        var back = ReturnAddress.of(grant.redirect()).orElseThrow(() -> DomainException.notFound("program"));
        response.setHeader("Content-Security-Policy", contentPolicy(back.source()));
        page.addAttribute("program", program.name());
        page.addAttribute("client", program.id());
        page.addAttribute("state", state);
        page.addAttribute("host", back.host());
        page.addAttribute("ownMachine", back.isOnOwnMachine());
        page.addAttribute("lines", lines(grant));
        return "program-consent";
    }

    @PostMapping("/account/programs/{id}/end")
    String end(@PathVariable UUID id, Actor.Person person) {
        grants.end(id, person);
        return "redirect:/account";
    }

    private static Iterable<ScopeLine> lines(ProgramGrant grant) {
        return grant.scopes().stream()
                .sorted()
                .map(scope -> new ScopeLine(scope.key(), words(scope)))
                .toList();
    }

    /** What a person reads of a scope. */
    record ScopeLine(String key, String words) {}

    static String words(Scope scope) {
        return switch (scope) {
            case TASKS_READ -> "See your tasks";
            case TASKS_WRITE -> "Change your tasks";
            case TIME_READ -> "See your time entries and the running timer";
            case TIME_WRITE -> "Start and stop your timer, and change time entries";
            case REPORTS_READ -> "See the sums of your time, by client and by kind of work";
            case CLIENTS_READ -> "Look up clients and matters";
            case CLIENTS_WRITE -> "Change clients, matters and rates";
            case MAIL_READ ->
                "See proposals, the sums of your time by client, matter, kind and day, and how your mail is read, without the"
                        + " words of any mail";
            case MAIL_WRITE -> "Have your mail scanned, and review proposals";
            case ACCOUNT_READ -> "See your name and address";
        };
    }

    /** The pages' own, but that a form may lead to the program: a browser holds the way on from a form to it, too. */
    private static String contentPolicy(String program) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
                + " form-action 'self' " + program + "; base-uri 'none'; frame-ancestors 'none'";
    }
}
