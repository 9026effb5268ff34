package io.tenth.identity;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.SecretToken;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.Expiring;
import io.tenth.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people have allowed programs. Each step of a grant expects the one before and is done once, however many try; whoever takes
 * a step for the second time has a copy of its secret, and the grant ends.
 */
@Service
public class ProgramGrants implements Expiring {

    /** What a program can be allowed: what the tools need, and nothing else. */
    public static final Set<Scope> SCOPES =
            Set.of(Scope.MAIL_READ, Scope.MAIL_WRITE, Scope.TIME_READ, Scope.TIME_WRITE, Scope.CLIENTS_READ);

    /** How long an access token is good. */
    public static final Duration ACCESS = Duration.ofMinutes(15);

    /** How long a program may be silent. */
    static final Duration SILENCE = Duration.ofDays(30);

    /** How long after the person's yes everything ends, used or not. */
    static final Duration LONGEST = Duration.ofDays(90);

    /** How long a person may think about it. */
    private static final Duration THINKING = Duration.ofMinutes(15);

    private static final int MOST_WAITING = 20;

    private final ProgramGrantRepository repository;
    private final ProgramRepository programs;
    private final AccountRepository accounts;
    private final AuditLog audit;
    private final Clock clock;

    ProgramGrants(
            ProgramGrantRepository repository,
            ProgramRepository programs,
            AccountRepository accounts,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.programs = programs;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** By which of its secrets a grant is looked for. */
    public enum Secret {
        CONSENT,
        CODE,
        ACCESS,
        REFRESH
    }

    /**
     * A new pair of tokens.
     *
     * @param scopes of the access token, which may be fewer than the grant's
     */
    public record Tokens(String access, Set<Scope> scopes, Instant accessEnd, String refresh, Instant end) {

        @Override
        public String toString() {
            return "Tokens[hidden]";
        }

        private ProgramGrantRepository.Pair pair() {
            return new ProgramGrantRepository.Pair(hash(access), scopes, accessEnd, hash(refresh), end);
        }
    }

    /** As which a secret is kept. */
    public static String hash(String secret) {
        return new SecretToken(secret).hash();
    }

    /** The time by which grants are measured. */
    public Instant now() {
        return clock.instant();
    }

    /** When a new refresh token ends. */
    public Instant end(ProgramGrant grant) {
        var silent = clock.instant().plus(SILENCE);
        var longest = (grant.allowedAt() == null ? clock.instant() : grant.allowedAt()).plus(LONGEST);
        return silent.isBefore(longest) ? silent : longest;
    }

    /** Until when a person may decide what begins now. */
    public Instant endOfThinking() {
        return clock.instant().plus(THINKING);
    }

    /** Begins one that waits for its person. */
    @Transactional
    public void begin(ProgramGrant grant, String consent, Actor.Person person) {
        repository.deleteWaiting(person.user(), MOST_WAITING - 1);
        repository.insert(grant, hash(consent), clock.instant());
    }

    /** One that a secret is of. The visitor's claim is its hash. */
    @Transactional(readOnly = true)
    public Optional<ProgramGrant> find(Secret secret, Actor.Visitor visitor) {
        var now = clock.instant();
        return switch (secret) {
            case CONSENT -> repository.findByConsent(visitor.claim(), now);
            case CODE -> repository.findByCode(visitor.claim(), now);
            case ACCESS -> repository.findByAccess(visitor.claim(), now);
            case REFRESH -> repository.findByRefresh(visitor.claim(), now);
        };
    }

    /** A grant whose refresh token this was until it was replaced: whoever presents it has a copy. */
    public record Spent(UserId user, UUID grant) {}

    /** The visitor's claim is the hash of the refresh token. */
    @Transactional(readOnly = true)
    public Optional<Spent> findSpent(Actor.Visitor visitor) {
        return repository.findSpent(visitor.claim());
    }

    /** One that waits for this person. */
    @Transactional(readOnly = true)
    public ProgramGrant waiting(String consent, Actor.Person person) {
        return repository
                .findByConsent(hash(consent), clock.instant())
                .filter(grant -> grant.user().equals(person.user()))
                .orElseThrow(() -> DomainException.notFound("request of a program"));
    }

    /** The person says yes, to some of what was asked for. Returns false where it no longer waits. */
    @Transactional
    public boolean allow(ProgramGrant grant, Set<Scope> scopes, String code, Instant codeEnd, Actor.Person person) {
        if (!repository.allow(grant, scopes, hash(code), codeEnd, clock.instant())) {
            return false;
        }
        audit.append(event("program.allowed", grant, person).with(Map.of("scopes", keys(scopes))));
        return true;
    }

    /** The program changes its code for tokens. Returns false where that was done already. */
    @Transactional
    public boolean exchange(ProgramGrant grant, Tokens tokens, Actor.Person person) {
        return repository.exchange(grant, tokens.pair());
    }

    /** The program changes its refresh token for new tokens. Returns false where that was done already. */
    @Transactional
    public boolean rotate(ProgramGrant grant, String presented, Tokens tokens, Actor.Person person) {
        if (!repository.rotate(grant, hash(presented), tokens.pair())) {
            return false;
        }
        repository.insertSpent(grant, hash(presented), clock.instant());
        repository.deleteSpent(grant, clock.instant().minus(SILENCE));
        return true;
    }

    /** The person says no, which nobody needs to know later. */
    @Transactional
    public void decline(ProgramGrant grant, Actor.Person person) {
        repository.delete(person.user(), grant.id());
    }

    /** The program gives its tokens back. */
    @Transactional
    public void giveBack(ProgramGrant grant, Actor.Person person) {
        if (repository.delete(person.user(), grant.id())) {
            audit.append(event("program.ended", grant, person));
        }
    }

    /** Ends one of which a secret was used twice. */
    @Transactional
    public void endReused(UUID grant, Actor.Person person) {
        if (repository.delete(person.user(), grant)) {
            audit.append(AuditEvent.of(person, "program.reuse_detected", "program_grant", grant)
                    .with(ComplianceFlag.ACCESS));
        }
    }

    /** Ends everything that the person has allowed a program. */
    @Transactional
    public void end(UUID program, Actor.Person person) {
        var ended = repository.deleteOf(person.user(), program);
        if (ended == 0) {
            throw DomainException.notFound("program");
        }
        audit.append(AuditEvent.of(person, "program.ended", "program", program)
                .with(ComplianceFlag.ACCESS)
                .with(Map.of("grants", ended)));
    }

    /** The programs that may do something in the person's name. */
    @Transactional(readOnly = true)
    public List<ConnectedProgram> connected(Actor.Person person) {
        return repository.connected(person.user(), clock.instant());
    }

    /** What a grant lets its program do, where its person's account lets anybody in; and that it was used. */
    @Transactional
    Optional<Access> use(ProgramGrant grant, Actor.Person person) {
        var account = accounts.find(person.user()).filter(found -> !found.disabled());
        account.ifPresent(found -> repository.recordUse(grant, clock.instant()));
        return account.flatMap(found -> programs.find(grant.program())
                .map(program -> new Access(found, null, grant.scopes(), grant.expiresAt(), program.name())));
    }

    /** Whether its person's account still lets anybody in. */
    @Transactional(readOnly = true)
    public boolean isOpen(Actor.Person person) {
        return accounts.find(person.user()).filter(found -> !found.disabled()).isPresent();
    }

    @Override
    @Transactional
    public void forgetExpired(Actor.Program product) {
        repository.deleteExpired();
    }

    private static AuditEvent event(String operation, ProgramGrant grant, Actor.Person person) {
        return AuditEvent.of(person, operation, "program", grant.program()).with(ComplianceFlag.ACCESS);
    }

    private static List<String> keys(Set<Scope> scopes) {
        return scopes.stream().map(Scope::key).sorted().toList();
    }
}
