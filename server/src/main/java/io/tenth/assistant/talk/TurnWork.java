package io.tenth.assistant.talk;

import io.tenth.assistant.Asker;
import io.tenth.assistant.ToolAnswer;
import io.tenth.model.LanguageModel;
import io.tenth.model.ModelException;
import io.tenth.shared.Course;
import io.tenth.shared.DomainException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One turn from beginning to end. Whatever goes wrong ends it with a sentence, and the conversation can go on. */
@Component
class TurnWork {

    private static final Logger LOG = LoggerFactory.getLogger(TurnWork.class);
    private static final String AGAIN = " Your words are kept: ask again in a moment.";

    private final Conversations conversations;
    private final ModelSwitch models;
    private final LanguageModel model;
    private final ModelTalk withModel;
    private final PlainTalk plain;
    private final Calls calls;
    private final Clock clock;

    TurnWork(
            Conversations conversations,
            ModelSwitch models,
            LanguageModel model,
            ModelTalk withModel,
            PlainTalk plain,
            Calls calls,
            Clock clock) {
        this.conversations = conversations;
        this.models = models;
        this.model = model;
        this.withModel = withModel;
        this.plain = plain;
        this.calls = calls;
        this.clock = clock;
    }

    /** Says all that there is to say, and returns it as it is to be kept. */
    Conversations.Written answer(LiveTurn turn, Heard heard) throws InterruptedException {
        var said = upTo(turn.turn().message(), conversations.latest(turn.turn().conversation(), turn.person()));
        var begun = said.stream()
                .filter(message -> message.id().equals(turn.turn().message()))
                .findFirst();
        var without = whyWithout(turn);
        var door = without.isEmpty() ? Asker.Door.CHAT : Asker.Door.PLAIN;
        var answer = new Answer(
                turn.turn().message().toString(),
                begun.map(Conversation.Message::parts).orElseGet(JsonNodeFactory.instance::arrayNode),
                turn::say);
        answer.begin(door.key());
        var ending = guarded(turn, answer, () -> {
            var words = lastWords(said);
            var asker =
                    new Asker.Assistant(door, words, turn.turn().conversation().toString());
            var decided = decided(heard, answer, turn);
            if (without.isPresent()) {
                return heard instanceof Heard.Decisions
                        ? closing(decided, answer)
                        : plain.answer(without.get(), words, asker, turn, answer);
            }
            return withModel.answer(History.of(said, forModel(decided)), asker, turn, answer);
        });
        answer.finish(ending.reason());
        return new Conversations.Written(
                turn.turn().message(),
                door.key(),
                answer.parts(),
                begun.map(Conversation.Message::at).orElse(null));
    }

    /** What ends a turn in one way or another. */
    @FunctionalInterface
    private interface Work {
        ModelTalk.Ending carryOut() throws ModelException, InterruptedException;
    }

    private ModelTalk.Ending guarded(LiveTurn turn, Answer answer, Work work) throws InterruptedException {
        try {
            var ending = work.carryOut();
            return ending == ModelTalk.Ending.STOPPED ? stopped(turn, answer) : ending;
        } catch (ModelException failure) {
            if (turn.stopped().isDone()) {
                return stopped(turn, answer);
            }
            LOG.warn("{} (in a conversation)", failure.getMessage());
            answer.trouble(sentence(failure));
        } catch (DomainException refused) {
            answer.trouble(refused.sentence());
        } catch (RuntimeException fault) {
            LOG.error("a turn of the assistant has failed: {}", Course.of(fault));
            answer.trouble("Something went wrong here. It was noted for the operator." + AGAIN);
        }
        return ModelTalk.Ending.TROUBLE;
    }

    private ModelTalk.Ending stopped(LiveTurn turn, Answer answer) {
        if (clock.instant().isAfter(turn.end())) {
            answer.trouble("This took longer than two minutes, so I have stopped. What tools have begun goes on.");
            return ModelTalk.Ending.TROUBLE;
        }
        answer.stop("Stopped.");
        return ModelTalk.Ending.STOPPED;
    }

    private static String sentence(ModelException failure) {
        return switch (failure.trouble()) {
            case DOWN -> "The language model does not answer at the moment." + AGAIN;
            case SLOW -> "The language model took too long to answer." + AGAIN;
            case BUSY ->
                "The language model is asked as often as it may be at the moment."
                        + failure.retryAfter()
                                .map(pause -> " Ask again in " + Math.max(1, pause.toSeconds())
                                        + " seconds; your words are kept.")
                                .orElse(AGAIN);
            case REFUSED ->
                "The language model's service has refused the request. If that goes on, tell the operator of this server.";
            case GARBLED -> "The language model has answered in a way that cannot be read." + AGAIN;
        };
    }

    /** Why no model takes part, in a sentence; empty where one does. */
    private Optional<String> whyWithout(LiveTurn turn) {
        if (model.offer().isEmpty()) {
            return Optional.of("No language model is connected, so I understand plain requests only.");
        }
        if (!models.isOn(turn.person())) {
            return Optional.of("The language model is switched off for you, so I understand plain requests only.");
        }
        return model.rests()
                ? Optional.of("The language model does not answer at the moment, so I understand plain requests only.")
                : Optional.empty();
    }

    private List<Calls.Made> decided(Heard heard, Answer answer, LiveTurn turn) throws InterruptedException {
        var decided = new ArrayList<Calls.Made>();
        if (heard instanceof Heard.Decisions all) {
            for (var decision : all.decisions()) {
                decided.add(calls.decide(waiting(answer.parts(), decision.call()), decision, turn, answer));
            }
        }
        return decided;
    }

    private static Calls.Planned waiting(ArrayNode parts, UUID call) {
        for (var part : parts) {
            if (part.at("/approval/id").asString("").equals(call.toString())) {
                return new Calls.Planned(
                        part.path("toolCallId").asString(),
                        part.path("type").asString().substring("tool-".length()),
                        part.path("input").toString());
            }
        }
        throw DomainException.notFound("waiting call");
    }

    private static ModelTalk.Ending closing(List<Calls.Made> decided, Answer answer) {
        answer.step();
        answer.text(String.join("\n", decided.stream().map(TurnWork::closing).toList()));
        return ModelTalk.Ending.STOP;
    }

    private static String closing(Calls.Made made) {
        return made.answer() instanceof ToolAnswer.Refused refused
                        && refused.code().equals(ToolAnswer.Refused.DECLINED)
                ? "You have declined this, and nothing was done."
                : made.text();
    }

    private static Map<String, String> forModel(List<Calls.Made> decided) {
        var fresh = new HashMap<String, String>();
        decided.forEach(one -> fresh.put(one.call().id(), one.forModel()));
        return fresh;
    }

    /** The assistant goes on with a message from where it was said: what came after it was not known then. */
    private static List<Conversation.Message> upTo(UUID message, List<Conversation.Message> said) {
        var ids = said.stream().map(Conversation.Message::id).toList();
        return ids.contains(message) ? said.subList(0, ids.indexOf(message) + 1) : said;
    }

    private static String lastWords(List<Conversation.Message> said) {
        return said.reversed().stream()
                .filter(message -> message.role() == Conversation.Role.USER)
                .map(Conversation.Message::text)
                .findFirst()
                .orElse("");
    }
}
