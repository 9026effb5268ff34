package io.tenth.web;

import io.tenth.shared.Actor;
import java.net.URI;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** An operation for tests of what every operation shares. */
@TestComponent
@RestController
@RequestMapping("/api/test/bell")
class BellApi {

    private final Bell bell;
    private final JdbcTemplate jdbc;

    BellApi(Bell bell, JdbcTemplate jdbc) {
        this.bell = bell;
        this.jdbc = jdbc;
    }

    @PostMapping({"", "/tokens"})
    ResponseEntity<Rung> ring(@RequestBody Word word, Actor.Person person) {
        bell.pass(Bell.Fault.BEFORE);
        bell.ring(person);
        bell.pass(Bell.Fault.AFTERWARDS);
        var id = UUID.randomUUID();
        return ResponseEntity.created(URI.create("/api/test/bell/" + id))
                .eTag("\"1\"")
                .body(new Rung(id, word.word()));
    }

    /** What a statement meets that the database chose to end, so that two others may go on. */
    @PostMapping("/deadlock")
    void meetADeadlock() {
        jdbc.execute("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'deadlock_detected'; END $$");
    }

    /** What an operation meets that writes to somebody who has gone. */
    @PostMapping("/hung-up")
    void findNobody() throws AsyncRequestNotUsableException {
        throw new AsyncRequestNotUsableException("nobody is there");
    }

    record Word(String word) {}

    record Rung(UUID id, String word) {}
}
