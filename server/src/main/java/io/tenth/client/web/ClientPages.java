package io.tenth.client.web;

import io.tenth.client.Clients;
import io.tenth.client.NewClient;
import io.tenth.client.NewMatter;
import io.tenth.shared.Actor;
import io.tenth.shared.ClientId;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.MatterId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The directory of clients and matters, and the forms that add to it. */
@Controller
class ClientPages {

    private final Clients clients;

    ClientPages(Clients clients) {
        this.clients = clients;
    }

    @GetMapping("/clients")
    String list(Actor.Person person, Model page) {
        page.addAttribute("clients", clients.all(person));
        return "clients";
    }

    @PostMapping("/clients")
    String addClient(ClientForm form, Actor.Person person, Model page, HttpServletResponse response) {
        try {
            return "redirect:/clients#client-"
                    + clients.add(form.client(), person).value();
        } catch (DomainException refusal) {
            page.addAttribute("clientForm", form);
            return refused("new", refusal, person, page, response);
        }
    }

    @PostMapping("/clients/{client}")
    String editClient(
            @PathVariable UUID client, EditForm form, Actor.Person person, Model page, HttpServletResponse response) {
        try {
            clients.edit(new ClientId(client), before -> form.client(), Demand.of(form.version()), person);
            return "redirect:/clients#client-" + client;
        } catch (DomainException refusal) {
            page.addAttribute("editForm", form);
            return refused("edit-" + client, refusal, person, page, response);
        }
    }

    @PostMapping("/clients/{client}/matters")
    String addMatter(
            @PathVariable UUID client, MatterForm form, Actor.Person person, Model page, HttpServletResponse response) {
        try {
            clients.add(form.matter(new ClientId(client)), person);
            return "redirect:/clients#client-" + client;
        } catch (DomainException refusal) {
            page.addAttribute("matterForm", form);
            return refused(client.toString(), refusal, person, page, response);
        }
    }

    /** Corrects a matter: its name, its number, and other ways to write it. */
    @PostMapping("/clients/matters/{matter}")
    String editMatter(
            @PathVariable UUID matter, MatterForm form, Actor.Person person, Model page, HttpServletResponse response) {
        try {
            var edited = clients.edit(
                    new MatterId(matter), before -> form.matter(before.client()), Demand.of(form.version()), person);
            return "redirect:/clients#client-" + edited.client().value();
        } catch (DomainException refusal) {
            page.addAttribute("matterForm", form);
            return refused("edit-" + matter, refusal, person, page, response);
        }
    }

    /** The page again, with the refusal at the form that it belongs to. */
    private String refused(
            String form, DomainException refusal, Actor.Person person, Model page, HttpServletResponse response) {
        response.setStatus(422);
        page.addAttribute("refusedForm", form);
        page.addAttribute("refusal", refusal.sentence());
        return list(person, page);
    }

    record ClientForm(String name, String code) {

        /** A field that the browser did not send is as good as an empty one. */
        ClientForm {
            name = Objects.requireNonNullElse(name, "");
            code = Objects.requireNonNullElse(code, "");
        }

        NewClient client() {
            return new NewClient(name, code);
        }
    }

    /** What is typed to correct a client; other ways to write the name stand between commas. */
    record EditForm(String name, String code, String aliases, String increment, String version) {

        /** A field that the browser did not send is as good as an empty one. */
        EditForm {
            name = Objects.requireNonNullElse(name, "");
            code = Objects.requireNonNullElse(code, "");
            aliases = Objects.requireNonNullElse(aliases, "");
            increment = Objects.requireNonNullElse(increment, "");
            version = Objects.requireNonNullElse(version, "none");
        }

        NewClient client() {
            return new NewClient(name, code, listed(aliases), step());
        }

        private @Nullable Integer step() {
            try {
                return increment.isEmpty() ? null : Integer.valueOf(increment);
            } catch (NumberFormatException e) {
                throw DomainException.invalid("The steps are of 6, 10, 15 or 30 minutes.");
            }
        }
    }

    private static List<String> listed(String aliases) {
        return Arrays.stream(aliases.split("[,\\n]"))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .toList();
    }

    /** What is typed to add or correct a matter; other ways to write its name stand between commas. */
    record MatterForm(String name, String number, String aliases, String version) {

        /** A field that the browser did not send is as good as an empty one. */
        MatterForm {
            name = Objects.requireNonNullElse(name, "");
            number = Objects.requireNonNullElse(number, "");
            aliases = Objects.requireNonNullElse(aliases, "");
            version = Objects.requireNonNullElse(version, "none");
        }

        NewMatter matter(ClientId client) {
            return new NewMatter(client, name, number, listed(aliases));
        }
    }
}
