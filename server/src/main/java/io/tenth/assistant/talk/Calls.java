package io.tenth.assistant.talk;

import io.tenth.assistant.Asker;
import io.tenth.assistant.Effect;
import io.tenth.assistant.ToolAnswer;
import io.tenth.assistant.ToolDescription;
import io.tenth.assistant.Tools;
import io.tenth.assistant.WaitingCalls;
import io.tenth.shared.Course;
import io.tenth.shared.DomainException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Carries out the calls of a turn, and writes them into the answer: what only reads side by side, what changes something one after
 * the other. A call that is not done when the turn ends is finished on its own, and nobody is told.
 */
@Component
class Calls {

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final int AT_ONCE = 4;
    private static final int LONGEST_SHOWN = 1 << 16;
    private static final int LONGEST_FOR_MODEL = 40_000;
    private static final Set<String> READING = Tools.DESCRIPTIONS.stream()
            .filter(tool -> tool.effect() == Effect.NONE)
            .map(ToolDescription::name)
            .collect(Collectors.toUnmodifiableSet());
    private static final ToolAnswer.Refused LATE = new ToolAnswer.Refused(
            "TIMEOUT", "This took too long to wait for. What was begun goes on; look later at what became of it.");
    private static final ToolAnswer.Refused FAULT =
            new ToolAnswer.Refused("INTERNAL_ERROR", "Something went wrong here. It was noted for the operator.");

    private final Tools tools;
    private final WaitingCalls waiting;
    private final JsonMapper json;
    private final Clock clock;
    private final Executor threads =
            work -> Thread.ofVirtual().name("chat-call").start(work);

    Calls(Tools tools, WaitingCalls waiting, JsonMapper json, Clock clock) {
        this.tools = tools;
        this.waiting = waiting;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A call that is to be made.
     *
     * @param id in the conversation, given by us
     */
    record Planned(String id, String tool, String arguments) {}

    /** What became of it. */
    record Made(Planned call, ToolAnswer answer) {

        boolean waits() {
            return answer instanceof ToolAnswer.Waiting;
        }

        /** What a model that asked is told. */
        String forModel() {
            return switch (answer) {
                case ToolAnswer.Done done -> cut(done.forModel().toString());
                case ToolAnswer.Waiting waits ->
                    told("waiting", "It waits for the person's yes, which they see a button for.");
                case ToolAnswer.Refused refused -> told(refused.code(), refused.sentence());
            };
        }

        /** What a person who asked is told, in words. */
        String text() {
            return switch (answer) {
                case ToolAnswer.Done done -> done.text();
                case ToolAnswer.Waiting waits -> "This waits for your yes: " + waits.willDo();
                case ToolAnswer.Refused refused -> refused.sentence();
            };
        }

        private static String cut(String text) {
            return text.length() <= LONGEST_FOR_MODEL ? text : text.substring(0, LONGEST_FOR_MODEL) + " …(cut)";
        }

        private static String told(String outcome, String sentence) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("not_done", outcome)
                    .put("message", sentence)
                    .toString();
        }
    }

    /** Makes them, in the name of who asks. The input of each stands in the answer already. */
    List<Made> make(List<Planned> calls, Asker.Assistant asker, LiveTurn turn, Answer answer)
            throws InterruptedException {
        var room = new Semaphore(AT_ONCE);
        var begun = new HashMap<String, CompletableFuture<ToolAnswer>>();
        calls.stream()
                .filter(call -> READING.contains(call.tool()))
                .forEach(call -> begun.put(call.id(), begin(() -> within(room, call, asker, turn))));
        var made = new ArrayList<Made>();
        for (var call : calls) {
            if (turn.stopped().isDone()) {
                break;
            }
            var work = begun.computeIfAbsent(call.id(), id -> begin(() -> ask(call, asker, turn)));
            var one = new Made(call, turn.await(work, left(turn)).orElse(LATE));
            answer.became(call.id(), one.answer());
            made.add(one);
        }
        return made;
    }

    /** Carries out what has waited, or does not, as the person says. */
    Made decide(Planned call, Heard.Decision decision, LiveTurn turn, Answer answer) throws InterruptedException {
        answer.decided(call.id(), decision.approved());
        var work = begin(() -> {
            try {
                return waiting.decide(decision.call(), decision.approved(), turn.person());
            } catch (DomainException refused) {
                return new ToolAnswer.Refused(refused.code().name(), refused.sentence());
            }
        });
        var made = new Made(call, turn.await(work, left(turn)).orElse(LATE));
        answer.became(call.id(), made.answer());
        return made;
    }

    /** The arguments as people are shown them; nothing where they cannot be read. */
    JsonNode shown(String arguments) {
        try {
            var read = arguments.length() > LONGEST_SHOWN ? null : json.readTree(arguments);
            return read != null && read.isObject() ? read : json.createObjectNode();
        } catch (JacksonException noJson) {
            return json.createObjectNode();
        }
    }

    private CompletableFuture<ToolAnswer> begin(Supplier<ToolAnswer> work) {
        return CompletableFuture.supplyAsync(() -> guarded(work), threads);
    }

    private static ToolAnswer guarded(Supplier<ToolAnswer> work) {
        try {
            return work.get();
        } catch (RuntimeException fault) {
            LOG.error("a tool that the assistant called has failed: {}", Course.of(fault));
            return FAULT;
        }
    }

    private ToolAnswer within(Semaphore room, Planned call, Asker.Assistant asker, LiveTurn turn) {
        room.acquireUninterruptibly();
        try {
            return turn.stopped().isDone() ? LATE : ask(call, asker, turn);
        } finally {
            room.release();
        }
    }

    private ToolAnswer ask(Planned call, Asker.Assistant asker, LiveTurn turn) {
        return tools.ask(call.tool(), call.arguments(), asker, turn.person());
    }

    private Duration left(LiveTurn turn) {
        return Duration.between(clock.instant(), turn.end());
    }
}
