package io.tenth.assistant.talk;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tenth.assistant.Asker;
import io.tenth.assistant.ToolAnswer;
import io.tenth.identity.Accounts;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A turn without a language model: it reads the request by rules, says what it understood, and calls that tool. */
@Component
class PlainTalk {

    private final Calls calls;
    private final Accounts accounts;
    private final Clock clock;

    PlainTalk(Calls calls, Accounts accounts, Clock clock) {
        this.calls = calls;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Answers.
     *
     * @param why there is no model, in a sentence
     * @param words all that the person has said, of which the asker keeps the beginning
     */
    ModelTalk.Ending answer(String why, String words, Asker.Assistant asker, LiveTurn turn, Answer answer)
            throws InterruptedException {
        var today = clock.instant().atZone(accounts.own(turn.person()).zone()).toLocalDate();
        answer.step();
        return switch (Intents.of(words, today)) {
            case Intents.Intent.Help help -> told(why + " " + examples("Ask me such as:"), answer);
            case Intents.Intent.Unknown unknown ->
                told(why + " I have not understood this, so I have done nothing. " + examples("I understand:"), answer);
            case Intents.Intent.InVain days ->
                told(why + " There is no day up to today in \"" + days.words() + "\", so I have done nothing.", answer);
            case Intents.Intent.TimerFor timer -> timer(timer.words(), why, new Round(asker, turn, answer));
            case Intents.Intent.Call call -> {
                answer.text(understood(why, call.tool(), call.arguments())
                        + (call.note() == null ? "" : " " + call.note()));
                yield end(new Round(asker, turn, answer).make(call.tool(), call.arguments()), answer);
            }
        };
    }

    /** The matter is found first; where it is not one alone, no timer is started. */
    private static ModelTalk.Ending timer(String words, String why, Round round) throws InterruptedException {
        var wanted = JsonNodeFactory.instance.objectNode().put("words", words);
        round.answer().text(understood(why, "find_matter", wanted));
        var found = round.make("find_matter", wanted);
        if (!(found.answer() instanceof ToolAnswer.Done done)) {
            return end(found, round.answer());
        }
        var matters = done.whole().path("matters");
        if (matters.size() != 1) {
            return told(
                    matters.isEmpty()
                            ? "The directory has no matter with these words, so no timer is started."
                            : "These words fit several matters, so no timer is started. Name one of them:\n"
                                    + done.text(),
                    round.answer());
        }
        round.answer().step();
        var matter = matters.path(0).path("matter_id").asString();
        return end(
                round.make("start_timer", JsonNodeFactory.instance.objectNode().put("matter_id", matter)),
                round.answer());
    }

    private static ModelTalk.Ending end(Calls.Made made, Answer answer) {
        if (made.waits()) {
            return ModelTalk.Ending.WAITS;
        }
        return told(made.text(), answer);
    }

    static ModelTalk.Ending told(String text, Answer answer) {
        answer.text(text);
        return ModelTalk.Ending.STOP;
    }

    private static String understood(String why, String tool, ObjectNode arguments) {
        var named = arguments.properties().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
        return why + " I understood: " + tool + (named.isEmpty() ? "." : " with " + named + ".");
    }

    private static String examples(String before) {
        return Intents.EXAMPLES.stream().collect(Collectors.joining("\n- ", before + "\n- ", ""));
    }

    /** One answer to one person. */
    private final class Round {

        private final Asker.Assistant asker;
        private final LiveTurn turn;
        private final Answer answer;

        Round(Asker.Assistant asker, LiveTurn turn, Answer answer) {
            this.asker = asker;
            this.turn = turn;
            this.answer = answer;
        }

        Answer answer() {
            return answer;
        }

        Calls.Made make(String tool, ObjectNode arguments) throws InterruptedException {
            var call = new Calls.Planned("call_" + UuidCreator.getTimeOrderedEpoch(), tool, arguments.toString());
            answer.call(call.id(), tool);
            answer.arguments(call.id(), arguments.toString());
            answer.input(call.id(), tool, arguments);
            return calls.make(List.of(call), asker, turn, answer).stream()
                    .findFirst()
                    .orElseGet(() -> new Calls.Made(call, new ToolAnswer.Refused("STOPPED", "Stopped.")));
        }
    }
}
