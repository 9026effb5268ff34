package io.tenth.capture.web;

import io.tenth.capture.Scan;
import io.tenth.capture.Scans;
import io.tenth.identity.Account;
import io.tenth.mail.AskedConnection;
import io.tenth.mail.Connecting;
import io.tenth.mail.Connection;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.NewMailbox;
import io.tenth.shared.Actor;
import io.tenth.shared.Change;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.MailboxId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mailboxes of a person: how each stands, and the forms that connect, read, reconnect and remove one. */
@Controller
class MailboxPages {

    private final Mailboxes mailboxes;
    private final Connecting connecting;
    private final Scans scans;
    private final MailboxList list;
    private final Clock clock;

    MailboxPages(Mailboxes mailboxes, Connecting connecting, Scans scans, MailboxList list, Clock clock) {
        this.mailboxes = mailboxes;
        this.connecting = connecting;
        this.scans = scans;
        this.list = list;
        this.clock = clock;
    }

    @GetMapping("/mailboxes")
    String list(Account account, Model page) {
        return list.show(account, page);
    }

    @PostMapping("/mailboxes")
    String connect(ConnectForm form, Account account, Model page, HttpServletResponse response) {
        try {
            var id = connecting.connect(form.mailbox(account.person()), account.person());
            return "redirect:/mailboxes#mailbox-" + id.value();
        } catch (DomainException refusal) {
            page.addAttribute("form", form.withoutPassword());
            return list.refuse(form.kindKey(), refusal, account, page, response);
        }
    }

    /** Connects a mailbox anew; its kind stays. */
    @PostMapping("/mailboxes/{id}")
    String reconnect(
            @PathVariable UUID id, ConnectForm form, Account account, Model page, HttpServletResponse response) {
        try {
            connecting.change(new MailboxId(id), new Change.Keep<>(), form.asked(), Demand.ANY, account.person());
            return "redirect:/mailboxes#mailbox-" + id;
        } catch (DomainException refusal) {
            return list.refuse(id.toString(), refusal, account, page, response);
        }
    }

    /**
     * Reads what was sent of late, without waiting for the next round.
     *
     * @param days how far back, 1 to 30
     */
    @PostMapping("/mailboxes/{id}/scans")
    String scan(
            @PathVariable UUID id, @RequestParam int days, Account account, Model page, HttpServletResponse response) {
        try {
            var sent = Scan.Subject.Sent.asked(Duration.ofDays(days), Scan.Subject.Sent.MOST, false, clock.instant());
            var scan = scans.start(new MailboxId(id), sent, account.person());
            return "redirect:/mail/scans/" + scan.value();
        } catch (DomainException refusal) {
            return list.refuse("scan-" + id, refusal, account, page, response);
        }
    }

    @PostMapping("/mailboxes/{id}/removal")
    String remove(@PathVariable UUID id, Account account) {
        mailboxes.remove(new MailboxId(id), Demand.ANY, account.person());
        return "redirect:/mailboxes";
    }

    /** What is typed to connect a mailbox. A field that was left empty was not said. */
    record ConnectForm(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String host,
            @Nullable String port,
            @Nullable String security,
            @Nullable String user,
            @Nullable String password,
            @Nullable String path) {

        NewMailbox mailbox(Actor.Person person) {
            var chosen = MailboxKind.ofKey(kindKey());
            return new NewMailbox(name == null ? "" : name, chosen, asked().over(chosen, null, person));
        }

        AskedConnection asked() {
            return new AskedConnection(
                    said(host), portNumber(), chosenSecurity(), said(user), said(password), null, said(path));
        }

        String kindKey() {
            return kind == null ? "" : kind;
        }

        /** What may be shown again. */
        ConnectForm withoutPassword() {
            return new ConnectForm(name, kind, host, port, security, user, null, path);
        }

        private @Nullable Integer portNumber() {
            try {
                var typed = said(port);
                return typed == null ? null : Integer.valueOf(typed);
            } catch (NumberFormatException noNumber) {
                throw DomainException.invalid("The port is a number.");
            }
        }

        private Connection.@Nullable Security chosenSecurity() {
            try {
                var chosen = said(security);
                return chosen == null ? null : Connection.Security.valueOf(chosen.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw DomainException.invalid("The security is tls or starttls.");
            }
        }

        private static @Nullable String said(@Nullable String typed) {
            return typed == null || typed.isBlank() ? null : typed;
        }

        @Override
        public String toString() {
            return "ConnectForm[" + kind + "]";
        }
    }
}
