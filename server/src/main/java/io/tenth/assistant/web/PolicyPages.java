package io.tenth.assistant.web;

import io.tenth.assistant.AssistantPolicies;
import io.tenth.assistant.AssistantPolicy;
import io.tenth.shared.Actor;
import io.tenth.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a person says what assistants may do, and an administrator what the firm lets them do. */
@Controller
@RequestMapping("/settings/assistant")
class PolicyPages {

    private final AssistantPolicies policies;

    PolicyPages(AssistantPolicies policies) {
        this.policies = policies;
    }

    @GetMapping
    String show(Actor.Person person, Model page) {
        page.addAttribute("both", policies.of(person));
        page.addAttribute("policies", AssistantPolicy.values());
        page.addAttribute("maySetFirm", person.role() == Role.ADMIN);
        return "assistant-policy";
    }

    @PostMapping
    String save(@RequestParam String policy, Actor.Person person) {
        policies.set(AssistantPolicy.ofKey(policy), person);
        return "redirect:/settings/assistant";
    }

    @PostMapping("/firm")
    String saveFirm(@RequestParam String policy, Actor.Person person) {
        policies.setFirm(AssistantPolicy.ofKey(policy), person);
        return "redirect:/settings/assistant";
    }
}
