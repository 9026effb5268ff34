package io.tenth.client.web;

import io.tenth.client.Client;
import io.tenth.client.Clients;
import io.tenth.client.Matter;
import io.tenth.client.NewRate;
import io.tenth.client.Rate;
import io.tenth.client.Rates;
import io.tenth.identity.Account;
import io.tenth.identity.Accounts;
import io.tenth.shared.Actor;
import io.tenth.shared.ClientId;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.MatterId;
import io.tenth.shared.RateId;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What an hour costs, and for managers and administrators the form that sets it. Whom a rate may be for is whom its author sees:
 * everybody for an administrator, themselves for a manager.
 */
@Controller
@RequestMapping("/rates")
class RatePages {

    private final Rates rates;
    private final Clients clients;
    private final Accounts accounts;

    RatePages(Rates rates, Clients clients, Accounts accounts) {
        this.rates = rates;
        this.clients = clients;
        this.accounts = accounts;
    }

    @GetMapping
    String list(Actor.Person person, Model page) {
        var directory = clients.all(person);
        var people = accounts.visible(person);
        page.addAttribute(
                "rates",
                rates.all(person).stream()
                        .map(rate -> Line.of(rate, directory, people))
                        .toList());
        page.addAttribute("people", people);
        page.addAttribute("clients", directory);
        page.addAttribute("maySet", person.role() == Role.MANAGER || person.role() == Role.ADMIN);
        return "rates";
    }

    @PostMapping
    String add(RateForm form, Actor.Person person, Model page, HttpServletResponse response) {
        try {
            rates.add(form.rate(), person);
            return "redirect:/rates";
        } catch (DomainException refusal) {
            response.setStatus(422);
            page.addAttribute("refusal", refusal.sentence());
            page.addAttribute("form", form);
            return list(person, page);
        }
    }

    @PostMapping("/{id}/end")
    String delete(@PathVariable UUID id, Actor.Person person) {
        rates.delete(new RateId(id), Demand.ANY, person);
        return "redirect:/rates";
    }

    /**
     * What is typed to set a rate. A field that the browser did not send is as good as an empty one.
     *
     * @param of the id of a client or of a matter; empty for all
     * @param timekeeper the id of the person whose work it is; empty for everybody
     */
    record RateForm(
            String of, String timekeeper, String category, String amount, String currency, String from, String to) {

        private static final String CLIENT = "client:";
        private static final String MATTER = "matter:";

        RateForm {
            of = Objects.requireNonNullElse(of, "");
            timekeeper = Objects.requireNonNullElse(timekeeper, "");
            category = Objects.requireNonNullElse(category, "");
            amount = Objects.requireNonNullElse(amount, "");
            currency = Objects.requireNonNullElse(currency, "");
            from = Objects.requireNonNullElse(from, "");
            to = Objects.requireNonNullElse(to, "");
        }

        NewRate rate() {
            var last = to.isBlank() ? null : day(to);
            return new NewRate(
                    timekeeper.isEmpty() ? null : person(),
                    id(CLIENT, ClientId::new),
                    id(MATTER, MatterId::new),
                    category,
                    money(),
                    currency,
                    day(from),
                    last);
        }

        private UserId person() {
            try {
                return new UserId(UUID.fromString(timekeeper));
            } catch (IllegalArgumentException e) {
                throw DomainException.invalid("There is no such person.");
            }
        }

        private <T> @Nullable T id(String prefix, Function<UUID, T> type) {
            try {
                return of.startsWith(prefix) ? type.apply(UUID.fromString(of.substring(prefix.length()))) : null;
            } catch (IllegalArgumentException e) {
                throw DomainException.invalid("There is no such client or matter.");
            }
        }

        private BigDecimal money() {
            try {
                return new BigDecimal(amount.strip().replace(',', '.'));
            } catch (NumberFormatException e) {
                throw DomainException.invalid("The rate is a number, such as 320 or 287.50.");
            }
        }

        private static LocalDate day(String typed) {
            try {
                return LocalDate.parse(typed);
            } catch (DateTimeException e) {
                throw DomainException.invalid("A day has the form 2026-03-10.");
            }
        }
    }

    /** A rate as it is read. */
    record Line(UUID id, String of, String amount, String days) {

        static Line of(Rate rate, List<Client> directory, List<Account> people) {
            var content = rate.content();
            return new Line(
                    rate.id().value(),
                    narrowed(content, directory, people),
                    content.amount().toPlainString() + " " + content.currency(),
                    "from " + content.from() + (content.to() == null ? "" : " to " + content.to()));
        }

        private static String narrowed(NewRate rate, List<Client> directory, List<Account> people) {
            var parts = new ArrayList<String>();
            directory.stream()
                    .filter(client -> client.id().equals(rate.client()))
                    .map(Client::name)
                    .forEach(parts::add);
            directory.stream()
                    .flatMap(client -> client.matters().stream())
                    .filter(matter -> matter.id().equals(rate.matter()))
                    .map(Matter::label)
                    .forEach(parts::add);
            if (rate.timekeeper() != null) {
                parts.add(people.stream()
                        .filter(one -> one.id().equals(rate.timekeeper()))
                        .map(Account::fullName)
                        .findFirst()
                        .orElse("one person"));
            }
            if (rate.category() != null) {
                parts.add(rate.category());
            }
            return parts.isEmpty() ? "All work" : String.join(" · ", parts);
        }
    }
}
