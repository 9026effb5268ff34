package io.tenth.request;

import io.tenth.crypto.Seal;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.Expiring;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys under which programs send changes, so that one that is sent again is not carried out again. A key is claimed before
 * the change, marked in the transaction of the change, and given its answer after it: whenever the process dies, either the
 * change is not there and the key can be tried again, or both are. A day later the key is forgotten.
 */
@Service
public class IdempotencyKeys implements Expiring {

    private static final Duration LIFE = Duration.ofDays(1);

    /** When a try that was not heard of counts as dead. One that lives after all finds its key taken, and changes nothing. */
    private static final Duration LONGEST_WORK = Duration.ofMinutes(2);

    private final KeyRepository repository;
    private final Vault vault;
    private final Clock clock;

    IdempotencyKeys(KeyRepository repository, Vault vault, Clock clock) {
        this.repository = repository;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Asks to carry a request out.
     *
     * @param fingerprint the same for the same request, whatever its length; it is stored as a keyed hash
     */
    @Transactional
    public Claim claim(String key, String fingerprint, Actor.Person person) {
        var seal = vault.sealOf(person);
        var now = clock.instant();
        var made = new KeyRepository.Try(
                person.user().value(),
                hashed(key, seal),
                UUID.randomUUID(),
                hashed(fingerprint, seal),
                now,
                now.plus(LIFE));
        var held = new Claim.Held(made.key(), made.attempt(), person);
        if (repository.insert(made)) {
            return held;
        }
        return repository
                .find(made.user(), made.key(), seal)
                .map(known -> claimKnown(known, made, held))
                .orElseGet(Claim.InFlight::new);
    }

    /**
     * Writes beside a change of the request that it was carried out; refuses where another try has taken over. In the
     * transaction of somebody else it does nothing: that is not the caller's change.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mark(Claim.Held held, Actor actor) {
        if (actor.equals(held.person()) && !repository.carriedOut(held)) {
            throw DomainException.conflict("The request took too long, and was sent again meanwhile.");
        }
    }

    /** Keeps the answer, for those who send the request again. */
    @Transactional
    public void keep(Claim.Held held, KeptAnswer answer, Actor.Person person) {
        repository.answer(held, answer, vault.sealOf(person));
    }

    /** Gives up a try that ended without an answer to keep. Its key can be used again, unless the change was made. */
    @Transactional
    public void release(Claim.Held held, Actor.Person person) {
        repository.release(held);
        repository.dateBack(held, clock.instant().minus(LONGEST_WORK));
    }

    @Override
    @Transactional
    public void forgetExpired(Actor.Program program) {
        repository.deleteExpired();
    }

    private Claim claimKnown(KeyRepository.Known known, KeyRepository.Try made, Claim.Held held) {
        var expired = !known.expiresAt().isAfter(made.at());
        var same = known.fingerprint().equals(made.fingerprint());
        if (!expired && !same) {
            return new Claim.OtherRequest();
        }
        if (expired || (known.state() == KeyRepository.State.IN_FLIGHT && isDead(known, made.at()))) {
            return repository.takeOver(known, made) ? held : new Claim.InFlight();
        }
        return Optional.ofNullable(known.answer())
                .<Claim>map(Claim.Answered::new)
                .orElseGet(() -> unanswered(known, made.at()));
    }

    private static Claim unanswered(KeyRepository.Known known, Instant now) {
        return known.state() == KeyRepository.State.CARRIED_OUT && isDead(known, now)
                ? new Claim.AnswerLost()
                : new Claim.InFlight();
    }

    private static boolean isDead(KeyRepository.Known known, Instant now) {
        return !known.claimedAt().plus(LONGEST_WORK).isAfter(now);
    }

    private static String hashed(String text, Seal seal) {
        return HexFormat.of().formatHex(seal.identity(text));
    }
}
