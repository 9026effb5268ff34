package io.tenth.assistant;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditLog;
import io.tenth.capture.Aged;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the calls that wait for a yes, and lets each out once. */
@Service
class WaitingRoom implements Aged {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int MOST = 20;

    /** Longer than any call takes. What was not settled by then was carried out by a process that has died. */
    private static final Duration CARRYING = Duration.ofMinutes(10);

    private final WaitingRepository repository;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    WaitingRoom(WaitingRepository repository, Vault vault, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is to wait. */
    record Wish(String tool, String arguments, WillDo willDo, Asker.Assistant asker) {}

    @Transactional
    public WaitingCall take(Wish wish, Actor.Person person) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var call = new WaitingCall(
                UuidCreator.getTimeOrderedEpoch(),
                wish.tool(),
                wish.arguments(),
                wish.willDo(),
                wish.asker(),
                now.plus(PATIENCE));
        repository.forget(now.minus(REMEMBERED), person);
        if (!repository.insert(call, MOST, vault.sealOf(person), person, now)) {
            throw DomainException.tooMany(MOST + " calls wait for a yes already. Decide on those first.");
        }
        return call;
    }

    @Transactional(readOnly = true)
    public List<WaitingCall> all(Actor.Person person) {
        return repository.waiting(vault.sealOf(person), person, clock.instant());
    }

    /** How one stands; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<WaitingRepository.State> state(UUID id, Actor.Person person) {
        return repository.state(id, person);
    }

    /**
     * Lets one out. Refuses one that was decided or has waited for too long: the row count tells, so that a yes counts once. After a
     * yes it has to be settled.
     */
    @Transactional
    public WaitingCall decide(UUID id, boolean yes, Actor.Person person) {
        var call = repository
                .take(id, taken(yes), vault.sealOf(person), person, clock.instant())
                .orElseThrow(() -> refusal(id, person));
        audit.append(AuditEvent.of(person, yes ? "tool.confirmed" : "tool.declined", "waiting_call", id)
                .with(Map.of("tool", call.tool(), "door", call.asker().door().key())));
        return call;
    }

    /** Keeps what became of one after a yes; or has it wait again. */
    @Transactional
    public void settle(UUID id, WaitingRepository.State state, Actor.Person person) {
        repository.settle(id, state, person);
    }

    /** They go a day after nobody can decide on them any more, however long other things are kept. */
    @Override
    @Transactional
    public int removeBefore(Instant before, int most, Actor.Person person) {
        return repository.forget(clock.instant().minus(REMEMBERED), person);
    }

    private WaitingRepository.Taken taken(boolean yes) {
        var state = yes ? WaitingRepository.State.CARRIED : WaitingRepository.State.DECLINED;
        return new WaitingRepository.Taken(state, clock.instant().plus(CARRYING));
    }

    private DomainException refusal(UUID id, Actor.Person person) {
        return repository
                .state(id, person)
                .map(state -> DomainException.conflict(
                        switch (state) {
                            case WAITING -> "This has waited for too long.";
                            case CARRIED -> "This was decided already: it is being done.";
                            case DONE -> "This was decided already: it was done.";
                            case REFUSED -> "This was decided already: it could not be done.";
                            case DECLINED -> "This was decided already: you have said no.";
                        }))
                .orElseGet(() -> DomainException.notFound("waiting call"));
    }
}
