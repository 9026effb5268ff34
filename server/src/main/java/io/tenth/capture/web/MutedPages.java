package io.tenth.capture.web;

import io.tenth.capture.MutedCorrespondent;
import io.tenth.capture.MutedCorrespondents;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The addresses from whose mail nothing is proposed, and the form that adds one. */
@Controller
@RequestMapping("/review/muted")
class MutedPages {

    private final MutedCorrespondents muted;

    MutedPages(MutedCorrespondents muted) {
        this.muted = muted;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "recipient") String kind,
            @RequestParam(defaultValue = "") String address,
            Actor.Person person,
            Model page) {
        page.addAttribute("kind", kind);
        page.addAttribute("address", address);
        page.addAttribute("muted", muted.all(person));
        return "review-muted";
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String address,
            Actor.Person person,
            Model page,
            HttpServletResponse response) {
        try {
            muted.mute(MutedCorrespondent.Kind.ofKey(kind), address, person);
            return "redirect:/review/muted";
        } catch (DomainException refusal) {
            response.setStatus(422);
            page.addAttribute("refusal", refusal.sentence());
            return list(kind, address, person, page);
        }
    }

    @PostMapping("/{id}/end")
    String remove(@PathVariable UUID id, Actor.Person person) {
        muted.unmute(id, person);
        return "redirect:/review/muted";
    }
}
