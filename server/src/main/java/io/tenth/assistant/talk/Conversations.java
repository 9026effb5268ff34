package io.tenth.assistant.talk;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.Vault;
import io.tenth.settings.PersonalSettings;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.Line;
import io.tenth.shared.Page;
import io.tenth.shared.TimeCursor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A person's conversations, and the only writer of them. What was said is sealed under the person's key. One in which nothing was
 * said for as long as the person keeps what was read from mail is forgotten when they come back.
 */
@Service
public class Conversations {

    private static final int MOST = 1_000;
    private static final int MOST_MESSAGES = 1_000;

    private final ConversationRepository repository;
    private final PersonalSettings settings;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    Conversations(
            ConversationRepository repository, PersonalSettings settings, Vault vault, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.settings = settings;
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
    @Transactional
    public Page<Conversation> page(@Nullable TimeCursor after, int limit, Actor.Person person) {
        var keeps = Duration.ofDays(settings.retentionDays(person));
        if (repository.forget(clock.instant().minus(keeps), person) > 0) {
            audit.append(AuditEvent.of(
                    person, "conversations.forgotten", "user", person.user().value()));
        }
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
        return new Whole(conversation, repository.messages(id, seal, person));
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
        if (!repository.put(id, message, MOST_MESSAGES, seal, person)) {
            throw DomainException.conflict("This conversation has as many messages as one may. Begin another.");
        }
    }

    /** Writes down what the assistant has said. Where the conversation is gone, nothing is. */
    @Transactional
    public void answer(UUID id, Written said, Actor.Person person) {
        var now = now();
        repository.put(
                id,
                new Conversation.Message(
                        said.message(),
                        Conversation.Role.ASSISTANT,
                        said.door(),
                        said.parts(),
                        Objects.requireNonNullElse(said.at(), now)),
                MOST_MESSAGES + 1,
                vault.sealOf(person),
                person);
        repository.touch(id, now, person);
    }

    /** Forgets what the assistant has said after the person's last words, so that it can say it anew. */
    @Transactional
    public void takeBackAnswer(UUID id, Actor.Person person) {
        for (var message : one(id, person).messages().reversed()) {
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static DomainException missing() {
        return DomainException.notFound("conversation");
    }
}
