package io.tenth.capture.web;

import io.tenth.capture.Scans;
import io.tenth.identity.Account;
import io.tenth.mail.Granting;
import io.tenth.mail.MailSettings;
import io.tenth.mail.Mailboxes;
import io.tenth.shared.DomainException;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a person's mailboxes, for all who answer with it. */
@Component
class MailboxList {

    private final Mailboxes mailboxes;
    private final Scans scans;
    private final Granting granting;
    private final MailSettings settings;

    MailboxList(Mailboxes mailboxes, Scans scans, Granting granting, MailSettings settings) {
        this.mailboxes = mailboxes;
        this.scans = scans;
        this.granting = granting;
        this.settings = settings;
    }

    String show(Account account, Model page) {
        var latest = scans.latestOfEach(account.person());
        page.addAttribute(
                "mailboxes",
                mailboxes.all(account.person()).stream()
                        .map(mailbox -> MailboxView.of(mailbox, latest.get(mailbox.id()), account.zone()))
                        .toList());
        page.addAttribute(
                "grants",
                granting.offered().stream().map(MailboxView.Provider::of).toList());
        page.addAttribute("folders", settings.folder() != null);
        page.addAttribute("ownId", account.person().user().value());
        return "mailboxes";
    }

    /** The page again, with the refusal at the form that it belongs to. */
    String refuse(String form, DomainException refusal, Account account, Model page, HttpServletResponse response) {
        response.setStatus(422);
        page.addAttribute("refusedForm", form);
        page.addAttribute("refusal", refusal.sentence());
        return show(account, page);
    }
}
