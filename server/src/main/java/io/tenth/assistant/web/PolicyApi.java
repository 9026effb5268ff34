package io.tenth.assistant.web;

import io.tenth.assistant.AssistantPolicies;
import io.tenth.assistant.AssistantPolicy;
import io.tenth.shared.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What assistants may do by themselves. */
@RestController
@RequestMapping("/api/assistant")
class PolicyApi {

    private final AssistantPolicies policies;

    PolicyApi(AssistantPolicies policies) {
        this.policies = policies;
    }

    @GetMapping("/policy")
    Answer read(Actor.Person person) {
        return Answer.of(policies.of(person));
    }

    @PatchMapping("/policy")
    Answer change(@RequestBody Wanted wanted, Actor.Person person) {
        return Answer.of(policies.set(wanted.policy(), person));
    }

    @GetMapping("/firm-policy")
    Firm readFirm(Actor.Person person) {
        AssistantPolicies.demandAdministrator(person);
        return new Firm(policies.of(person).firm().key());
    }

    @PatchMapping("/firm-policy")
    Firm changeFirm(@RequestBody Wanted wanted, Actor.Person person) {
        return new Firm(policies.setFirm(wanted.policy(), person).firm().key());
    }

    /**
     * What is to hold.
     *
     * @param policy read_only: it reads; propose: it makes proposals, and all else waits for a yes; act: it changes drafts and the timer
     *     too, and approved time and settings wait for a yes
     */
    record Wanted(AssistantPolicy policy) {}

    /**
     * What holds for a person.
     *
     * @param policy their own word
     * @param firmPolicy the firm's
     * @param effective the narrower of the two, which holds
     */
    record Answer(String policy, String firmPolicy, String effective) {

        static Answer of(AssistantPolicies.Both both) {
            return new Answer(
                    both.own().key(), both.firm().key(), both.effective().key());
        }
    }

    /** What holds for everybody, and is narrowed by each for themselves. */
    record Firm(String policy) {}
}
