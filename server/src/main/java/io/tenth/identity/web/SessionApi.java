package io.tenth.identity.web;

import io.tenth.identity.Access;
import io.tenth.identity.Session;
import io.tenth.identity.SessionId;
import io.tenth.identity.Sessions;
import io.tenth.shared.Actor;
import io.tenth.shared.Page;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a person is signed in: their browsers and their programs. */
@RestController
@RequestMapping("/api/users/me/sessions")
class SessionApi {

    private final Sessions sessions;

    SessionApi(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The newest first. */
    @GetMapping
    Page<SessionView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Access access) {
        return sessions.page(cursor, limit, access.person())
                .map(session -> SessionView.of(session, session.id().equals(access.session())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, Actor.Person person) {
        sessions.end(new SessionId(id), person);
    }

    /**
     * One sign-in.
     *
     * @param kind {@code browser} or {@code api}
     * @param current whether this request belongs to it
     */
    record SessionView(
            UUID id,
            String kind,
            String userAgent,
            String address,
            boolean current,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            Instant expiresAt) {

        static SessionView of(Session session, boolean current) {
            return new SessionView(
                    session.id().value(),
                    session.kind().name().toLowerCase(Locale.ROOT),
                    session.device().agent(),
                    session.device().address(),
                    current,
                    session.createdAt(),
                    session.lastUsedAt(),
                    session.expiresAt());
        }
    }
}
