package io.tenth.identity.web;

import io.tenth.crypto.SecretToken;
import io.tenth.identity.Recovery;
import io.tenth.identity.SecretCookie;
import io.tenth.shared.DomainException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages for somebody who forgot their password. The secret of a link comes from the part of its address behind {@code #}. */
@Controller
class RecoveryPages {

    private final Recovery recovery;

    RecoveryPages(Recovery recovery) {
        this.recovery = recovery;
    }

    @GetMapping("/forgot-password")
    String askForm(Model page) {
        page.addAttribute("sendsLetters", recovery.sendsLetters());
        return "forgot-password";
    }

    /** Says the same for every address. */
    @PostMapping("/forgot-password")
    String ask(@RequestParam String email, Model page) {
        recovery.ask(email);
        page.addAttribute("asked", true);
        return askForm(page);
    }

    @GetMapping("/reset-password")
    String replaceForm() {
        return "reset-password";
    }

    @PostMapping("/reset-password")
    String replace(
            @RequestParam String token,
            @RequestParam String password,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            recovery.replace(new SecretToken(token), password, SecretCookie.DEVICE.read(request));
            return "redirect:/sign-in";
        } catch (DomainException refusal) {
            RefusedForm.mark(response, refusal);
            page.addAttribute("token", token);
            page.addAttribute("refusal", refusal.sentence());
            return "reset-password";
        }
    }
}
