package io.tenth.assistant.web;

import io.tenth.assistant.ToolAnswer;
import io.tenth.assistant.WaitingCall;
import io.tenth.assistant.WaitingCalls;
import io.tenth.shared.Actor;
import io.tenth.shared.Page;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What assistants asked for and a person has to agree to. No personal token gets here: a yes is a person's. */
@RestController
@RequestMapping("/api/assistant/waiting")
class WaitingApi {

    private final WaitingCalls waiting;

    WaitingApi(WaitingCalls waiting) {
        this.waiting = waiting;
    }

    /** Those that wait, the oldest first; never more than a page. */
    @GetMapping
    Page<Waiting> list(Actor.Person person) {
        return new Page<>(waiting.all(person).stream().map(Waiting::of).toList(), null);
    }

    /** Agrees to one, which is then carried out as it was asked for, or declines it. */
    @PostMapping("/{id}")
    Decided decide(@PathVariable UUID id, @RequestBody Decision decision, Actor.Person person) {
        return Decided.of(waiting.decide(id, decision.approved(), person));
    }

    /** What a person says to one. */
    record Decision(boolean approved) {}

    /**
     * A call that waits.
     *
     * @param tool by its name
     * @param willDo what it will do, in words
     * @param words what was asked of the assistant
     * @param door chat, mcp or plain
     * @param origin the conversation or the program that it came from
     * @param until when it is forgotten
     */
    record Waiting(
            UUID id,
            String tool,
            String willDo,
            String words,
            String door,
            @Nullable String origin,
            Instant until) {

        static Waiting of(WaitingCall call) {
            return new Waiting(
                    call.id(),
                    call.tool(),
                    call.willDo(),
                    call.asker().words(),
                    call.asker().door().key(),
                    call.asker().origin(),
                    call.until());
        }
    }

    /**
     * What became of one.
     *
     * @param outcome done, declined or refused
     * @param result of the tool, where it was done
     * @param text the result in a few words, or why it was not done
     */
    record Decided(String outcome, @Nullable ObjectNode result, String text) {

        static Decided of(ToolAnswer answer) {
            return switch (answer) {
                case ToolAnswer.Done done -> new Decided("done", done.whole().asObject(), done.text());
                case ToolAnswer.Refused refused ->
                    new Decided(
                            refused.code().equals(ToolAnswer.Refused.DECLINED) ? "declined" : "refused",
                            null,
                            refused.sentence());
                case ToolAnswer.Waiting waits ->
                    throw new IllegalStateException("what was agreed to waits again: " + waits.callId());
            };
        }
    }
}
