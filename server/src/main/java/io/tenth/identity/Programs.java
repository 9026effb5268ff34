package io.tenth.identity;

import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.Expiring;
import io.tenth.shared.Line;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The programs that have registered themselves. Anybody may register one, so that there is a most of them: one that nobody allows
 * anything is forgotten after a day, and sooner where its place is needed.
 */
@Service
public class Programs implements Expiring {

    static final int MOST = 1_000;

    private static final int MOST_RETURNS = 10;
    private static final int PLACES = 50;
    private static final Duration UNUSED = Duration.ofDays(1);
    private static final Duration NEW = Duration.ofMinutes(10);

    private final ProgramRepository repository;
    private final Clock clock;

    Programs(ProgramRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Registers one under an id that nobody can guess. Refuses addresses to which nobody may be sent. */
    @Transactional
    public Program register(String name, List<String> redirects, Actor.Program product) {
        var now = clock.instant();
        var program = new Program(UUID.randomUUID(), Line.of(name, "client_name", "The name", 100), redirects, now);
        if (redirects.isEmpty()
                || redirects.size() > MOST_RETURNS
                || redirects.stream()
                        .anyMatch(address -> ReturnAddress.of(address).isEmpty())) {
            throw DomainException.invalid(
                    "redirect_uris",
                    "One to ten addresses: over https, on the own machine over http, or of a scheme of the program.");
        }
        if (!repository.insert(program, MOST)) {
            repository.deleteUnused(now.minus(NEW), PLACES);
            if (!repository.insert(program, MOST)) {
                throw DomainException.conflict("Too many programs have registered. Try again in a few minutes.");
            }
        }
        return program;
    }

    @Transactional(readOnly = true)
    public Optional<Program> find(UUID id, Actor.Program product) {
        return repository.find(id);
    }

    /** Writes down that it is in use. */
    @Transactional
    public void recordUse(UUID id, Actor.Program product) {
        repository.recordUse(id, clock.instant());
    }

    @Override
    @Transactional
    public void forgetExpired(Actor.Program product) {
        repository.deleteUnused(clock.instant().minus(UNUSED), MOST);
        repository.deleteUnusedSince(clock.instant().minus(ProgramGrants.LONGEST.plus(UNUSED)));
    }
}
