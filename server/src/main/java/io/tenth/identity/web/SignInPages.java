package io.tenth.identity.web;

import io.tenth.crypto.SecretToken;
import io.tenth.identity.Access;
import io.tenth.identity.Account;
import io.tenth.identity.Device;
import io.tenth.identity.EmailAddress;
import io.tenth.identity.Join;
import io.tenth.identity.KnownDevices;
import io.tenth.identity.NewAccount;
import io.tenth.identity.ProgramSignIn;
import io.tenth.identity.SecretCookie;
import io.tenth.identity.Sessions;
import io.tenth.identity.SignIn;
import io.tenth.shared.DomainException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which a person comes in and leaves. */
@Controller
class SignInPages {

    private final SignIn signIn;
    private final Join join;
    private final Sessions sessions;
    private final KnownDevices devices;

    SignInPages(SignIn signIn, Join join, Sessions sessions, KnownDevices devices) {
        this.signIn = signIn;
        this.join = join;
        this.sessions = sessions;
        this.devices = devices;
    }

    /** Where somebody goes on who came here because a program sent them; nowhere else can a sign-in lead to. */
    private static final Pattern GOES_ON = Pattern.compile("(" + Pattern.quote(ProgramSignIn.AUTHORIZE) + "|"
            + Pattern.quote(ProgramSignIn.CONSENT) + ")\\?[A-Za-z0-9._~%+&=/:@!$'()*,;-]{1,8000}");

    @GetMapping("/sign-in")
    String form(@RequestParam(required = false) @Nullable String then, Model page) {
        page.addAttribute("then", goesOn(then));
        return "sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam String email,
            @RequestParam String password,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        var then = goesOn(request.getParameter("then"));
        try {
            var account = signIn.signIn(new SignIn.Credentials(email, password, SecretCookie.DEVICE.read(request)));
            begin(account, request, response);
            return "redirect:" + Objects.requireNonNullElse(then, "/");
        } catch (DomainException refusal) {
            page.addAttribute("then", then);
            return refused("sign-in", email, refusal, page, response);
        }
    }

    private static @Nullable String goesOn(@Nullable String then) {
        return then != null && GOES_ON.matcher(then).matches() ? then : null;
    }

    @PostMapping("/sign-out")
    String signOut(Access access, HttpServletRequest request, HttpServletResponse response) {
        sessions.end(Objects.requireNonNull(access.session()), access.person());
        response.addHeader(HttpHeaders.SET_COOKIE, SecretCookie.SESSION.take(request));
        response.addHeader("Clear-Site-Data", "\"cache\"");
        return "redirect:/sign-in";
    }

    @GetMapping("/join")
    String joinForm() {
        return "join";
    }

    @PostMapping("/join")
    String join(JoinForm form, Model page, HttpServletRequest request, HttpServletResponse response) {
        try {
            var account = join.join(new SecretToken(form.link()), form.newAccount());
            begin(account, request, response);
            return "redirect:/";
        } catch (DomainException refusal) {
            page.addAttribute("link", form.link());
            page.addAttribute("fullName", form.fullName());
            return refused("join", form.email(), refusal, page, response);
        }
    }

    /** Always a new session, whatever cookies the browser came with. */
    private void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
        var token = sessions.begin(Device.of(request), account.person());
        response.addHeader(HttpHeaders.SET_COOKIE, SecretCookie.SESSION.give(token.value(), Sessions.LIFE, request));
        response.addHeader(
                HttpHeaders.SET_COOKIE, SecretCookie.DEVICE.give(devices.mark(account), KnownDevices.LIFE, request));
    }

    private static String refused(
            String view, String email, DomainException refusal, Model page, HttpServletResponse response) {
        RefusedForm.mark(response, refusal);
        page.addAttribute("email", email);
        page.addAttribute("refusal", refusal.sentence());
        return view;
    }

    record JoinForm(String link, String email, String fullName, String password, String zone) {

        /** A field that the browser did not send is as good as an empty one. */
        JoinForm {
            link = Objects.requireNonNullElse(link, "");
            email = Objects.requireNonNullElse(email, "");
            fullName = Objects.requireNonNullElse(fullName, "");
            password = Objects.requireNonNullElse(password, "");
            zone = Objects.requireNonNullElse(zone, "");
        }

        NewAccount newAccount() {
            return new NewAccount(new EmailAddress(email), fullName, password, NewAccount.zone(zone));
        }

        @Override
        public String toString() {
            return "JoinForm[hidden]";
        }
    }
}
