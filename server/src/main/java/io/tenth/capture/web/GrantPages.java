package io.tenth.capture.web;

import io.tenth.crypto.SecretToken;
import io.tenth.identity.Account;
import io.tenth.identity.SecretCookie;
import io.tenth.mail.Granting;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.Mailboxes;
import io.tenth.shared.DomainException;
import io.tenth.shared.MailboxId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;

/** The way to the sign-in of a provider of mail, and back from it. Links lead there: a form may not leave this server. */
@Controller
class GrantPages {

    private static final String CALLBACK = "/mailboxes/callback";
    private static final String FORM = "grant";

    private final Granting granting;
    private final Mailboxes mailboxes;
    private final MailboxList list;

    GrantPages(Granting granting, Mailboxes mailboxes, MailboxList list) {
        this.granting = granting;
        this.mailboxes = mailboxes;
        this.list = list;
    }

    @GetMapping("/mailboxes/sign-in/{kind}")
    String begin(
            @PathVariable String kind,
            Account account,
            HttpServletRequest request,
            Model page,
            HttpServletResponse response) {
        try {
            return "redirect:" + granting.begin(MailboxKind.ofKey(kind), null, browser(request), account.person());
        } catch (DomainException refusal) {
            return list.refuse(FORM, refusal, account, page, response);
        }
    }

    /** Connects a mailbox anew. */
    @GetMapping("/mailboxes/{id}/sign-in")
    String beginAnew(
            @PathVariable UUID id,
            Account account,
            HttpServletRequest request,
            Model page,
            HttpServletResponse response) {
        var mailbox = mailboxes.one(new MailboxId(id), account.person());
        try {
            return "redirect:" + granting.begin(mailbox.kind(), mailbox.id(), browser(request), account.person());
        } catch (DomainException refusal) {
            return list.refuse(FORM, refusal, account, page, response);
        }
    }

    /**
     * Where the provider sends the person back to. A browser that comes from another site brings no session along; it is sent here
     * once more by our own answer, and then it does.
     */
    @GetMapping(CALLBACK)
    String end(
            Returned returned,
            @Nullable Account account,
            HttpServletRequest request,
            Model page,
            HttpServletResponse response) {
        if (account == null) {
            return returned.again() == null ? onceMore(returned, page, response) : "redirect:/sign-in";
        }
        try {
            if (returned.state() == null
                    || returned.code() == null
                    || returned.code().isEmpty()) {
                throw DomainException.invalid(
                        "The provider did not let Tenth read the mailbox. Nothing was connected.");
            }
            var mailbox = granting.complete(returned.state(), returned.code(), browser(request), account.person());
            return "redirect:/mailboxes#mailbox-" + mailbox.value();
        } catch (DomainException refusal) {
            return list.refuse(FORM, refusal, account, page, response);
        }
    }

    private static String onceMore(Returned returned, Model page, HttpServletResponse response) {
        var here = returned.address();
        response.setHeader("Refresh", "0; url=" + here);
        page.addAttribute("here", here);
        return "mailbox-callback";
    }

    /** Names the session of the browser to what leaves this server. */
    private static String browser(HttpServletRequest request) {
        return SecretCookie.SESSION
                .read(request)
                .map(secret -> new SecretToken(secret).hash())
                .orElseThrow(() -> new IllegalStateException("a page was reached without a session"));
    }

    /**
     * What a provider sends along.
     *
     * @param again whether we have sent the browser here ourselves
     */
    record Returned(
            @Nullable String state,
            @Nullable String code,
            @Nullable String again) {

        String address() {
            return UriComponentsBuilder.fromPath(CALLBACK)
                    .queryParam("state", "{state}")
                    .queryParam("code", "{code}")
                    .queryParam("again", "1")
                    .encode()
                    .buildAndExpand(state == null ? "" : state, code == null ? "" : code)
                    .toUriString();
        }

        @Override
        public String toString() {
            return "Returned[…]";
        }
    }
}
