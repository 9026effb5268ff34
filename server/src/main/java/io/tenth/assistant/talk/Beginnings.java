package io.tenth.assistant.talk;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what a person has said together with the turn that answers it: both or none. */
@Service
class Beginnings {

    private final Conversations conversations;
    private final Turns turns;

    Beginnings(Conversations conversations, Turns turns) {
        this.conversations = conversations;
        this.turns = turns;
    }

    @Transactional
    public Turn begin(Heard heard, UUID turn, Actor.Person person) {
        return switch (heard) {
            case Heard.Words words -> {
                conversations.ask(words.conversation(), words.text(), person);
                yield turns.begin(turn, words.conversation(), UuidCreator.getTimeOrderedEpoch(), person);
            }
            case Heard.Again again -> {
                conversations.takeBackAnswer(again.conversation(), person);
                yield turns.begin(turn, again.conversation(), UuidCreator.getTimeOrderedEpoch(), person);
            }
            case Heard.Decisions decisions -> {
                var answer = waiting(decisions, person);
                yield turns.begin(turn, decisions.conversation(), answer, person);
            }
        };
    }

    /** The answer in which all these calls wait, with which the assistant goes on. Refuses where there is none such. */
    private UUID waiting(Heard.Decisions decisions, Actor.Person person) {
        var calls = decisions.decisions().stream().map(Heard.Decision::call).toList();
        return conversations.latest(decisions.conversation(), person).stream()
                .filter(message -> !calls.isEmpty() && message.asks().containsAll(calls))
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("waiting call"))
                .id();
    }
}
