package io.tenth.assistant.talk;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tenth.assistant.Asker;
import io.tenth.assistant.AssistantPolicies;
import io.tenth.assistant.Budgets;
import io.tenth.assistant.ToolDescription;
import io.tenth.assistant.Tools;
import io.tenth.identity.Accounts;
import io.tenth.model.LanguageModel;
import io.tenth.model.ModelException;
import io.tenth.shared.DomainException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A turn with a language model: it says something or wants tools called, is told what became of the calls, and goes on, for a
 * bounded number of rounds. It is shown what {@link History} leaves of the conversation and what tools have for models, so that no
 * text of mail is in a request that carries tools.
 */
@Component
class ModelTalk {

    private static final int MOST_ROUNDS = 8;
    private static final int MOST_CALLS = 16;
    private static final long MOST_TOKENS = 150_000;

    private final Speaker speaker;
    private final LanguageModel model;
    private final Calls calls;
    private final Tools tools;
    private final Budgets budgets;
    private final AssistantPolicies policies;
    private final Accounts accounts;
    private final Clock clock;

    ModelTalk(
            Speaker speaker,
            LanguageModel model,
            Calls calls,
            Tools tools,
            Budgets budgets,
            AssistantPolicies policies,
            Accounts accounts,
            Clock clock) {
        this.speaker = speaker;
        this.model = model;
        this.calls = calls;
        this.tools = tools;
        this.budgets = budgets;
        this.policies = policies;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** How a turn ended. */
    enum Ending {
        /** All is said. */
        STOP("stop"),
        /** Calls wait for a yes. */
        WAITS("tool-calls"),
        /** The model had no more room, or the turn had none. */
        LENGTH("length"),
        WITHHELD("content-filter"),
        TROUBLE("error"),
        STOPPED("other");

        private final String reason;

        Ending(String reason) {
            this.reason = reason;
        }

        /** In the words of the AI SDK. */
        String reason() {
            return reason;
        }
    }

    /** Says all that it has to say, after these messages. */
    Ending answer(List<Speech.Message> said, Asker.Assistant asker, LiveTurn turn, Answer answer)
            throws ModelException, InterruptedException {
        var messages = new ArrayList<Speech.Message>();
        messages.add(new Speech.Message.Task(task(turn)));
        messages.addAll(said);
        var offered = tools.offered(turn.person());
        long tokens = 0;
        for (var round = 1; round <= MOST_ROUNDS && tokens < MOST_TOKENS; round++) {
            var ear = new Writer(answer, offered);
            var heard = spoken(messages, offered, turn, answer, ear);
            tokens += ear.tokens();
            if (heard.end() != Said.End.WHOLE) {
                return cut(heard.end(), answer);
            }
            if (heard.calls().isEmpty()) {
                return Ending.STOP;
            }
            var made = calls.make(planned(heard, ear, answer), asker, turn, answer);
            if (turn.stopped().isDone()) {
                return Ending.STOPPED;
            }
            if (made.stream().anyMatch(Calls.Made::waits)) {
                return Ending.WAITS;
            }
            messages.add(new Speech.Message.Answered(
                    heard.text(),
                    made.stream()
                            .map(one -> new Speech.Call(
                                    one.call().id(),
                                    one.call().tool(),
                                    one.call().arguments()))
                            .toList()));
            made.forEach(
                    one -> messages.add(new Speech.Message.Result(one.call().id(), one.forModel())));
        }
        answer.trouble(
                "The model has called tools again and again without coming to an end, so I have stopped it. Ask for"
                        + " less at once.");
        return Ending.LENGTH;
    }

    private Said spoken(
            List<Speech.Message> messages,
            List<ToolDescription<?, ?>> offered,
            LiveTurn turn,
            Answer answer,
            Writer ear)
            throws ModelException {
        budgets.demandTokens(turn.person());
        budgets.takeRequest(model.requestsPerMinute(), turn.person());
        answer.step();
        try {
            var said = speaker.speak(new Speech(messages, offered, turn.end(), turn.stopped()), ear);
            answer.endText();
            return said;
        } finally {
            budgets.spend(ear.tokens(), turn.person());
        }
    }

    private static Ending cut(Said.End end, Answer answer) {
        if (end == Said.End.WITHHELD) {
            answer.trouble("The language model's service has held its answer back. Ask in other words.");
            return Ending.WITHHELD;
        }
        answer.trouble("The answer was longer than it may be, and ends here. Ask for less at once.");
        return Ending.LENGTH;
    }

    /** The calls under ids of ours. What goes beyond the most is not made, and so the model is not told of it. */
    private List<Calls.Planned> planned(Said said, Writer ear, Answer answer) {
        return said.calls().stream()
                .limit(MOST_CALLS)
                .map(call -> {
                    var id = ear.idOf(call);
                    answer.input(id, ear.shown(call.tool()), calls.shown(call.arguments()));
                    return new Calls.Planned(id, call.tool(), call.arguments());
                })
                .toList();
    }

    private String task(LiveTurn turn) {
        var zone = accounts.own(turn.person()).zone();
        return Task.of(
                clock.instant().atZone(zone).toLocalDate(),
                zone,
                policies.of(turn.person()).effective());
    }

    /** Writes into the answer what it hears. A name that no tool has is shown as such. */
    private static final class Writer implements Ear {

        private final Answer answer;
        private final Set<String> names;
        private final Map<Integer, String> ids = new HashMap<>();
        private long tokens;

        Writer(Answer answer, List<ToolDescription<?, ?>> offered) {
            this.answer = answer;
            this.names = offered.stream().map(ToolDescription::name).collect(Collectors.toUnmodifiableSet());
        }

        long tokens() {
            return tokens;
        }

        @Override
        public void used(long used) {
            tokens = used;
        }

        @Override
        public void text(String piece) {
            answer.text(piece);
        }

        @Override
        public void call(int number, String tool) {
            if (number < MOST_CALLS) {
                var id = ids.computeIfAbsent(number, first -> "call_" + UuidCreator.getTimeOrderedEpoch());
                answer.call(id, shown(tool));
            }
        }

        @Override
        public void arguments(int number, String piece) {
            if (ids.containsKey(number)) {
                answer.arguments(idOf(number), piece);
            }
        }

        String idOf(Said.Call call) {
            if (!ids.containsKey(call.number())) {
                call(call.number(), call.tool());
            }
            return idOf(call.number());
        }

        String shown(String tool) {
            return names.contains(tool) ? tool : "unknown";
        }

        private String idOf(int number) {
            var id = ids.get(number);
            if (id == null) {
                throw DomainException.conflict("The model has called more tools at once than it may.");
            }
            return id;
        }
    }
}
