package io.tenth.identity.web;

import io.tenth.identity.Recovery;
import io.tenth.shared.Actor;
import io.tenth.shared.UserId;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The link that an administrator hands to somebody who forgot their password. */
@RestController
@RequestMapping("/api/users/{id}/password-reset")
class ResetApi {

    private final Recovery recovery;

    ResetApi(Recovery recovery) {
        this.recovery = recovery;
    }

    /** Answers with a link that sets a new password, this once. */
    @PostMapping
    ResponseEntity<ResetLink> makeLink(@PathVariable UUID id, Actor.Person person) {
        return ResponseEntity.created(URI.create("/api/users/" + id + "/password-reset"))
                .body(new ResetLink(recovery.linkFor(new UserId(id), person), Recovery.LIFE.toMinutes()));
    }

    /** Until when the link is good; not the link itself, which nobody can read again. */
    @GetMapping
    PendingLink link(@PathVariable UUID id, Actor.Person person) {
        return new PendingLink(recovery.linkExpires(new UserId(id), person));
    }

    /**
     * A link for somebody who forgot their password.
     *
     * @param link begins with PUBLIC_URL where that is set, and with {@code /} where it is not
     */
    record ResetLink(String link, long expiresInMinutes) {

        @Override
        public String toString() {
            return "ResetLink[hidden]";
        }
    }

    record PendingLink(Instant expiresAt) {}
}
