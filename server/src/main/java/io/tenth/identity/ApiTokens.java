package io.tenth.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.SecretToken;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.Page;
import io.tenth.shared.TimeCursor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The personal tokens with which programs act for people, each within its scopes. Only their hashes are kept. */
@Service
public class ApiTokens {

    /** How each begins, so that a program which looks for leaked secrets recognises one. */
    static final String PREFIX = "tenth_pat_";

    private static final int MOST = 50;
    private static final int MOST_YEARS = 5;

    private final ApiTokenRepository repository;
    private final Presence presence;
    private final AuditLog audit;
    private final Clock clock;

    ApiTokens(ApiTokenRepository repository, Presence presence, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.presence = presence;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token with its secret: the one time that the secret is seen. */
    public record Made(ApiToken token, SecretToken secret) {}

    /** Makes one without asking who it is: people come by way of {@link TokenMaking}. */
    @Transactional
    public Made make(NewApiToken asked, Actor.Person person) {
        var now = clock.instant();
        checkEnd(asked.expiresAt(), now);
        var token = new ApiToken(
                UuidCreator.getTimeOrderedEpoch(), asked.name(), asked.scopes(), now, asked.expiresAt(), null);
        var secret = new SecretToken(PREFIX + SecretToken.next().value());
        if (!repository.insert(person.user(), token, secret.hash(), MOST)) {
            throw DomainException.conflict("A person has at most " + MOST + " tokens. Revoke one first.");
        }
        audit.append(AuditEvent.of(person, "api_token.created", "api_token", token.id())
                .with(ComplianceFlag.ACCESS)
                .with(Map.of(
                        "scopes",
                        token.scopes().stream().map(Scope::key).sorted().toList())));
        return new Made(token, secret);
    }

    private static void checkEnd(@Nullable Instant end, Instant now) {
        var latest = now.atOffset(ZoneOffset.UTC).plusYears(MOST_YEARS).toInstant();
        if (end != null && !end.isAfter(now)) {
            throw DomainException.invalid("expires_at", "The token would expire before it is made.");
        }
        if (end != null && end.isAfter(latest)) {
            throw DomainException.invalid(
                    "expires_at", "A token that expires does so within " + MOST_YEARS + " years.");
        }
    }

    /**
     * The newest first.
     *
     * @param after the cursor of the page before; null for the first page
     */
    @Transactional(readOnly = true)
    public Page<ApiToken> page(@Nullable String after, int limit, Actor.Person person) {
        var size = Page.size(limit);
        var start = after == null ? null : TimeCursor.parse(after);
        return Page.cut(
                repository.page(person.user(), start, size + 1),
                size,
                last -> new TimeCursor(last.createdAt(), last.id()).text());
    }

    @Transactional(readOnly = true)
    public ApiToken one(UUID token, Actor.Person person) {
        return repository.find(person.user(), token).orElseThrow(ApiTokens::notFound);
    }

    @Transactional
    public void revoke(UUID token, Actor.Person person) {
        if (!repository.delete(person.user(), token)) {
            throw notFound();
        }
        presence.forget(person.user());
        audit.append(
                AuditEvent.of(person, "api_token.revoked", "api_token", token).with(ComplianceFlag.ACCESS));
    }

    private static DomainException notFound() {
        return DomainException.notFound("token");
    }

    /** Whom a token lets in. The visitor's claim is its hash. */
    @Transactional(readOnly = true)
    Optional<Access> find(Actor.Visitor visitor) {
        return repository.find(visitor.claim(), clock.instant());
    }

    @Transactional
    void recordUse(String tokenHash, Actor.Person person) {
        repository.recordUse(person.user(), tokenHash, clock.instant());
    }
}
