package io.tenth.mail.web;

import io.tenth.mail.Mailbox;
import io.tenth.mail.Mailboxes;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import io.tenth.shared.Page;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mailboxes of a person. Files are put into one at {@code /files} below it. */
@RestController
@RequestMapping("/api/mailboxes")
class MailboxApi {

    private final Mailboxes mailboxes;

    MailboxApi(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @GetMapping
    Page<Answer> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor.Person person) {
        return Page.of(
                        mailboxes.all(person),
                        cursor,
                        limit,
                        mailbox -> mailbox.id().value().toString())
                .map(Answer::of);
    }

    @PostMapping
    ResponseEntity<Answer> add(@RequestBody New asked, Actor.Person person) {
        var id = mailboxes.add(asked.name(), person);
        return ResponseEntity.created(URI.create("/api/mailboxes/" + id.value()))
                .body(one(id.value(), person));
    }

    @GetMapping("/{id}")
    Answer one(@PathVariable UUID id, Actor.Person person) {
        return Answer.of(mailboxes.one(new MailboxId(id), person));
    }

    /**
     * A mailbox to be made.
     *
     * @param name 1 to 200 characters
     */
    record New(String name) {}

    record Answer(UUID id, String name, Instant createdAt) {

        static Answer of(Mailbox mailbox) {
            return new Answer(mailbox.id().value(), mailbox.name(), mailbox.createdAt());
        }
    }
}
