package io.tenth.capture.web;

import io.tenth.capture.MutedCorrespondent;
import io.tenth.capture.MutedCorrespondents;
import io.tenth.shared.Actor;
import io.tenth.shared.Page;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Addresses from whose mail nothing is proposed. */
@RestController
@RequestMapping("/api/time-tracking/muted-correspondents")
class MutedApi {

    private final MutedCorrespondents muted;

    MutedApi(MutedCorrespondents muted) {
        this.muted = muted;
    }

    @GetMapping
    Page<Answer> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor.Person person) {
        return Page.of(muted.all(person), cursor, limit, one -> one.id().toString())
                .map(Answer::of);
    }

    /** From now on nothing is proposed from such mail; what waits is rejected. */
    @PostMapping
    ResponseEntity<Answer> mute(@RequestBody New asked, Actor.Person person) {
        var made = muted.mute(MutedCorrespondent.Kind.ofKey(asked.kind()), asked.address(), person);
        return ResponseEntity.created(URI.create("/api/time-tracking/muted-correspondents/" + made.id()))
                .body(Answer.of(made));
    }

    /** Takes it back, with the rejections that it made. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unmute(@PathVariable UUID id, Actor.Person person) {
        muted.unmute(id, person);
    }

    /**
     * An address to be muted.
     *
     * @param kind sender or recipient
     */
    record New(String kind, String address) {}

    record Answer(UUID id, String kind, String address, Instant createdAt) {

        static Answer of(MutedCorrespondent muted) {
            return new Answer(muted.id(), muted.kind().key(), muted.address(), muted.createdAt());
        }
    }
}
