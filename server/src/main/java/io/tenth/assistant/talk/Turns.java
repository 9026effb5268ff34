package io.tenth.assistant.talk;

import io.tenth.assistant.WaitingCalls;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which turn of a person runs, and what it has said so far, for all nodes. */
@Service
class Turns {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final String BROKEN =
            "This answer broke off, because the server that gave it has stopped. What tools had done by then is done. Ask again.";

    private final TurnRepository repository;
    private final Conversations conversations;
    private final WaitingCalls waiting;
    private final Vault vault;
    private final Clock clock;

    Turns(TurnRepository repository, Conversations conversations, WaitingCalls waiting, Vault vault, Clock clock) {
        this.repository = repository;
        this.conversations = conversations;
        this.waiting = waiting;
        this.vault = vault;
        this.clock = clock;
    }

    /** Begins the one turn of a person. Refuses while another runs: the row decides. */
    @Transactional
    public Turn begin(UUID id, UUID conversation, UUID message, Actor.Person person) {
        var turn = new Turn(id, conversation, message, false, leased());
        if (!repository.begin(turn, clock.instant(), person)) {
            throw DomainException.conflict("Your assistant is answering already. Wait for it, or stop it.");
        }
        repository.forgetOthers(id, person);
        return turn;
    }

    /** The turn that runs. One whose node is gone is ended here, and says so in its conversation. */
    @Transactional
    public Optional<Turn> running(Actor.Person person) {
        var now = clock.instant();
        var turn = repository.find(person).filter(one -> !one.isOver());
        turn.filter(one -> !one.runs(now))
                .filter(one -> repository.endBroken(one.id(), now, person))
                .ifPresent(one -> conversations.breakOff(one.conversation(), one.message(), BROKEN, person));
        return turn.filter(one -> one.runs(now));
    }

    /** Whether the turn may go on: it is neither to stop nor over. */
    @Transactional
    public boolean beat(UUID turn, Actor.Person person) {
        return repository.beat(turn, leased(), person).map(halted -> !halted).orElse(false);
    }

    @Transactional
    public boolean halt(UUID conversation, Actor.Person person) {
        return repository.halt(conversation, person);
    }

    /** Keeps what was said. */
    @Transactional
    public void put(UUID turn, int batch, List<String> chunks, Actor.Person person) {
        repository.put(turn, batch, String.join("\n", chunks), vault.sealOf(person), person);
    }

    /** What was said, by batches. */
    @Transactional(readOnly = true)
    public List<List<String>> batches(UUID turn, int from, Actor.Person person) {
        return repository.batches(turn, from, vault.sealOf(person), person).stream()
                .map(content -> List.of(content.split("\n")))
                .toList();
    }

    /** Ends it with the whole answer. A call in it may have been decided on elsewhere while the answer was given. */
    @Transactional
    public void end(Turn turn, Conversations.Written answer, Actor.Person person) {
        if (repository.end(turn.id(), person)) {
            conversations.answer(turn.conversation(), answer, person);
            Conversation.asks(answer.parts())
                    .forEach(call -> waiting.became(call, person)
                            .ifPresent(became -> conversations.decided(turn.conversation(), call, became, person)));
        }
    }

    private Instant leased() {
        return clock.instant().plus(LEASE);
    }
}
