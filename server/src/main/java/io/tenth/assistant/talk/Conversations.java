package io.tenth.assistant.talk;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tenth.assistant.Asker;
import io.tenth.assistant.ToolAnswer;
import io.tenth.assistant.WaitingCall;
import io.tenth.assistant.WhenDecided;
import io.tenth.assistant.talk.ConversationRepository.Most;
import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditLog;
import io.tenth.capture.Aged;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.Line;
import io.tenth.shared.Page;
import io.tenth.shared.TimeCursor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A person's conversations, and the only writer of them. What was said is sealed under the person's key. One in which nothing was
 * said for as long as the person keeps what was read from mail is forgotten.
 */
@Service
public class Conversations implements Aged, WhenDecided {

    /** How many messages a page shows, and a turn knows of. */
    public static final int LATEST = 50;

    private static final int MOST = 1_000;
    private static final int MOST_MESSAGES = 1_000;
    private static final Most BEFORE_WORDS = new Most(MOST_MESSAGES, 8L << 20);
    private static final Most BEFORE_ANSWER = new Most(MOST_MESSAGES + 2, Long.MAX_VALUE);

    private final ConversationRepository repository;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    Conversations(ConversationRepository repository, Vault vault, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** One with all that was said. */
    public record Whole(Conversation conversation, List<Conversation.Message> messages) {

        public Whole {
            messages = List.copyOf(messages);
        }
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public Page<Conversation> page(@Nullable TimeCursor after, int limit, Actor.Person person) {
        var found = repository.page(after, Page.size(limit) + 1, vault.sealOf(person), person);
        return Page.cut(found, limit, one -> new TimeCursor(one.updatedAt(), one.id()).text());
    }

    /** One without what was said in it; empty where there is none such. */
    @Transactional(readOnly = true)
    public Optional<Conversation> find(UUID id, Actor.Person person) {
        return repository.find(id, vault.sealOf(person), person);
    }

    @Transactional(readOnly = true)
    public Whole one(UUID id, Actor.Person person) {
        var seal = vault.sealOf(person);
        var conversation = repository.find(id, seal, person).orElseThrow(Conversations::missing);
        return new Whole(conversation, repository.messages(id, BEFORE_ANSWER.messages(), seal, person));
    }

    /** What was said last in one, in its order; nothing where there is none such. */
    @Transactional(readOnly = true)
    public List<Conversation.Message> latest(UUID id, Actor.Person person) {
        return repository.messages(id, LATEST, vault.sealOf(person), person);
    }

    /** The calls for which one asks a yes, in what was said last. */
    @Transactional(readOnly = true)
    public Set<UUID> asks(UUID id, Actor.Person person) {
        return latest(id, person).stream()
                .flatMap(message -> message.asks().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Transactional
    public Conversation rename(UUID id, String title, Actor.Person person) {
        var line = Line.of(title, "title", "The title", Conversation.LONGEST_TITLE);
        var seal = vault.sealOf(person);
        if (!repository.rename(id, line, seal, person)) {
            throw missing();
        }
        audit.append(AuditEvent.of(person, "conversation.renamed", "conversation", id));
        return repository.find(id, seal, person).orElseThrow(Conversations::missing);
    }

    /** Deletes it with all that was said. What tools have done stays done. */
    @Transactional
    public void delete(UUID id, Actor.Person person) {
        if (!repository.delete(id, person)) {
            throw missing();
        }
        audit.append(AuditEvent.of(person, "conversation.deleted", "conversation", id));
    }

    /** Writes down what a person says, and makes the conversation with its first words. */
    @Transactional
    public void ask(UUID id, String text, Actor.Person person) {
        var seal = vault.sealOf(person);
        var now = now();
        repository.make(new Conversation(id, Conversation.titleOf(text), now, now), MOST, seal, person);
        if (!repository.touch(id, now, person)) {
            throw DomainException.conflict(MOST + " conversations are kept. Delete some first.");
        }
        var message = new Conversation.Message(
                UuidCreator.getTimeOrderedEpoch(), Conversation.Role.USER, null, text(text), now);
        if (!repository.put(id, message, BEFORE_WORDS, seal, person)) {
            throw DomainException.conflict("This conversation is as long as one may be. Begin another.");
        }
    }

    /** Writes down what the assistant has said. Where the conversation is gone, nothing is. */
    @Transactional
    public void answer(UUID id, Written said, Actor.Person person) {
        var now = now();
        if (!repository.touch(id, now, person)) {
            return;
        }
        repository.put(
                id,
                new Conversation.Message(
                        said.message(),
                        Conversation.Role.ASSISTANT,
                        said.door(),
                        said.parts(),
                        Objects.requireNonNullElse(said.at(), now)),
                BEFORE_ANSWER,
                vault.sealOf(person),
                person);
    }

    /** Adds to what the assistant has said why it broke off. What is kept of it stays. */
    @Transactional
    public void breakOff(UUID id, UUID message, String why, Actor.Person person) {
        if (!repository.touch(id, now(), person)) {
            return;
        }
        var kept = repository.message(id, message, vault.sealOf(person), person);
        var parts = kept.map(Conversation.Message::parts).orElseGet(JsonNodeFactory.instance::arrayNode);
        parts.addAll(text(why));
        var door = kept.map(Conversation.Message::door).orElse(Asker.Door.PLAIN.key());
        answer(id, new Written(message, door, parts, null), person);
    }

    @Override
    @Transactional
    public void decided(WaitingCall call, ToolAnswer became, Actor.Person person) {
        call.conversation().ifPresent(id -> decided(id, call.id(), became, person));
    }

    /**
     * Writes what became of a call to where it asks. Whoever writes down an answer holds the conversation too, so that neither
     * overwrites what the other has not seen.
     */
    @Transactional
    public void decided(UUID id, UUID call, ToolAnswer became, Actor.Person person) {
        if (!repository.touch(id, now(), person)) {
            return;
        }
        var seal = vault.sealOf(person);
        for (var message : latest(id, person)) {
            if (Answer.decide(message.parts(), call, became)) {
                repository.put(id, message, BEFORE_ANSWER, seal, person);
            }
        }
    }

    /** Forgets what the assistant has said after the person's last words, so that it can say it anew. */
    @Transactional
    public void takeBackAnswer(UUID id, Actor.Person person) {
        if (find(id, person).isEmpty()) {
            throw missing();
        }
        for (var message : latest(id, person).reversed()) {
            if (message.role() == Conversation.Role.USER) {
                return;
            }
            repository.remove(id, message.id(), person);
        }
    }

    /**
     * What an assistant has said.
     *
     * @param at when it began; null for now
     */
    record Written(
            UUID message,
            String door,
            ArrayNode parts,
            @Nullable Instant at) {}

    static ArrayNode text(String text) {
        var parts = JsonNodeFactory.instance.arrayNode();
        parts.addObject().put("type", "text").put("text", text).put("state", "done");
        return parts;
    }

    @Override
    @Transactional
    public int removeBefore(Instant before, int most, Actor.Person person) {
        return repository.forget(before, most, person);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static DomainException missing() {
        return DomainException.notFound("conversation");
    }
}
