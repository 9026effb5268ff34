package io.tenth.identity;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.SecretToken;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.Page;
import io.tenth.shared.TimeCursor;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The browsers and programs in which people are signed in. They live in the database, so that any node can serve them. */
@Service
public class Sessions {

    /** How long a browser stays signed in. */
    public static final Duration LIFE = Duration.ofHours(12);

    /** For how long a refresh token that was just replaced gives its successor again: several tabs renew at once. */
    private static final Duration TABS = Duration.ofSeconds(10);

    private final SessionRepository repository;
    private final Presence presence;
    private final RefreshTokens refreshTokens;
    private final AuditLog audit;
    private final Clock clock;

    Sessions(
            SessionRepository repository, Presence presence, RefreshTokens refreshTokens, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.presence = presence;
        this.refreshTokens = refreshTokens;
        this.audit = audit;
        this.clock = clock;
    }

    /** How an attempt to renew ended. */
    sealed interface Renewal {
        /** The refresh token that is good now. */
        record Renewed(Access access, SessionRepository.Current current) implements Renewal {}

        /** The session is over; {@code reused} when this attempt ended it, because its token had been spent. */
        record Ended(boolean reused) implements Renewal {}
    }

    /** Begins one in a browser and returns the secret for its cookie. */
    @Transactional
    public SecretToken begin(Device device, Actor.Person person) {
        var token = SecretToken.next();
        insert(Session.Kind.BROWSER, LIFE, device, new SessionRepository.Key(token.hash(), null), person);
        return token;
    }

    /** Begins one for a program, known by the ids of its tokens. */
    @Transactional
    SessionId begin(SessionRepository.Current first, Device device, Actor.Person person) {
        return insert(
                Session.Kind.API, refreshTokens.life(), device, new SessionRepository.Key(null, first.jti()), person);
    }

    /** Whom a browser's cookie lets in. The visitor's claim is its hash. */
    @Transactional
    Optional<Access> find(Actor.Visitor visitor) {
        return repository.findByToken(visitor.claim(), clock.instant());
    }

    /** Whom an access token lets in. It names the person, whose role is not known before. */
    @Transactional(readOnly = true)
    Optional<Access> find(SessionId session, Actor.Person person) {
        return repository.findById(person.user(), session, clock.instant());
    }

    @Transactional
    void recordUse(SessionId session, Actor.Person person) {
        repository.recordUse(person.user(), session, clock.instant());
    }

    /** Replaces a refresh token. One that was replaced a while ago has been stolen, or its successor has: the session ends. */
    @Transactional
    Renewal renew(RefreshTokens.Presented presented, Device device, Actor.Person person) {
        var next = refreshTokens.next();
        var now = clock.instant();
        var current = repository.rotate(person.user(), presented.session(), presented.jti(), next, device)
                ? Optional.of(next)
                : repository.findSuccessor(person.user(), presented.session(), presented.jti(), now.minus(TABS));
        var access = repository.findById(person.user(), presented.session(), now);
        if (current.isEmpty()) {
            return new Renewal.Ended(endReused(presented.session(), person));
        }
        return access.<Renewal>map(good -> new Renewal.Renewed(good, current.get()))
                .orElseGet(() -> new Renewal.Ended(false));
    }

    /**
     * The newest first.
     *
     * @param after the cursor of the page before; null for the first page
     */
    @Transactional(readOnly = true)
    public Page<Session> page(@Nullable String after, int limit, Actor.Person person) {
        var size = Page.size(limit);
        var start = after == null ? null : TimeCursor.parse(after);
        return Page.cut(
                repository.page(person.user(), start, size + 1, clock.instant()),
                size,
                last -> new TimeCursor(last.createdAt(), last.id().value()).text());
    }

    /** Ends one of the person's own. */
    @Transactional
    public void end(SessionId session, Actor.Person person) {
        if (!repository.delete(person.user(), session)) {
            throw DomainException.notFound("session");
        }
        presence.forget(person.user());
        audit.append(AuditEvent.of(person, "session.ended", "session", session.value())
                .with(ComplianceFlag.ACCESS));
    }

    /**
     * Ends all of the person's own.
     *
     * @param kept the one that stays; null for none
     */
    @Transactional
    public void endAll(@Nullable SessionId kept, Actor.Person person) {
        var ended = repository.deleteAll(person.user(), kept);
        presence.forget(person.user());
        audit.append(AuditEvent.of(
                        person, "session.all_ended", "account", person.user().value())
                .with(ComplianceFlag.ACCESS)
                .with(Map.of("sessions", ended)));
    }

    private SessionId insert(
            Session.Kind kind, Duration life, Device device, SessionRepository.Key key, Actor.Person person) {
        var now = clock.instant();
        var session = new Session(SessionId.next(), kind, device, now, now, now.plus(life));
        repository.deleteExpired(person.user(), now);
        repository.insert(person.user(), session, key);
        audit.append(
                AuditEvent.of(person, "session.begun", "session", session.id().value())
                        .with(ComplianceFlag.ACCESS));
        return session.id();
    }

    private boolean endReused(SessionId session, Actor.Person person) {
        var reused = repository.delete(person.user(), session);
        if (reused) {
            presence.forget(person.user());
            audit.append(AuditEvent.of(person, "session.reuse_detected", "session", session.value())
                    .with(ComplianceFlag.ACCESS));
        }
        return reused;
    }
}
