package io.tenth.assistant.web;

import io.tenth.assistant.talk.ModelSwitch;
import io.tenth.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a language model takes part in a person's conversations. */
@RestController
@RequestMapping("/api/assistant/model")
class AssistantModelApi {

    private final ModelSwitch models;

    AssistantModelApi(ModelSwitch models) {
        this.models = models;
    }

    @GetMapping
    Answer read(Actor.Person person) {
        return new Answer(models.isOn(person), models.offer().orElse(null));
    }

    @PatchMapping
    Answer change(@RequestBody Wanted wanted, Actor.Person person) {
        models.set(wanted.enabled(), person);
        return read(person);
    }

    /** What is to hold. */
    record Wanted(boolean enabled) {}

    /**
     * What holds.
     *
     * @param offer what leaves the server while it is on, in a sentence; null where there is no model
     */
    record Answer(boolean enabled, @Nullable String offer) {}
}
