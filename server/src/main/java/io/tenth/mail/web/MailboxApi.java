package io.tenth.mail.web;

import io.tenth.mail.AskedConnection;
import io.tenth.mail.Connecting;
import io.tenth.mail.Connection;
import io.tenth.mail.Mailbox;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.NewMailbox;
import io.tenth.shared.Actor;
import io.tenth.shared.Change;
import io.tenth.shared.Demand;
import io.tenth.shared.MailboxId;
import io.tenth.shared.Page;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mailboxes of a person. Files are put into one at {@code /files} below it. */
@RestController
@RequestMapping("/api/mailboxes")
class MailboxApi {

    private final Mailboxes mailboxes;
    private final Connecting connecting;

    MailboxApi(Mailboxes mailboxes, Connecting connecting) {
        this.mailboxes = mailboxes;
        this.connecting = connecting;
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

    /** Makes a mailbox. A connection is tried first, and the mailbox is only made when it opens. */
    @PostMapping
    ResponseEntity<Answer> add(@RequestBody New asked, Actor.Person person) {
        var made = mailboxes.one(connecting.connect(asked.mailbox(person), person), person);
        return ResponseEntity.created(URI.create("/api/mailboxes/" + made.id().value()))
                .eTag(made.etag())
                .body(Answer.of(made));
    }

    @GetMapping("/{id}")
    ResponseEntity<Answer> one(@PathVariable UUID id, Actor.Person person) {
        return shown(mailboxes.one(new MailboxId(id), person));
    }

    /** Renames a mailbox or connects it anew. A new connection is tried first. */
    @PatchMapping("/{id}")
    ResponseEntity<Answer> edit(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Edit asked,
            Actor.Person person) {
        return shown(connecting.change(new MailboxId(id), asked.name(), asked.asked(), Demand.of(ifMatch), person));
    }

    /** Forgets the connection and the text that was read; time that was accepted stays. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor.Person person) {
        mailboxes.remove(new MailboxId(id), Demand.of(ifMatch), person);
    }

    private static ResponseEntity<Answer> shown(Mailbox mailbox) {
        return ResponseEntity.ok().eTag(mailbox.etag()).body(Answer.of(mailbox));
    }

    /**
     * A mailbox to be made.
     *
     * @param name 1 to 200 characters
     * @param kind {@code file} where it is left out: one that files are put into
     * @param connection needed for every other kind
     */
    record New(
            String name,
            @Nullable MailboxKind kind,
            @Nullable ConnectionBody connection) {

        NewMailbox mailbox(Actor.Person person) {
            var chosen = Objects.requireNonNullElse(kind, MailboxKind.FILE);
            if (chosen == MailboxKind.FILE && connection == null) {
                return new NewMailbox(name, chosen, null);
            }
            var asked = connection == null ? AskedConnection.NOTHING : connection.asked();
            return new NewMailbox(name, chosen, asked.over(chosen, null, person));
        }
    }

    /** What is to be changed of a mailbox; each field is as when it is made. Of a connection, too, what is left out stays. */
    record Edit(Change<String> name, Change<ConnectionBody> connection) {

        @Nullable
        AskedConnection asked() {
            return switch (connection) {
                case Change.Keep<ConnectionBody> keep -> null;
                case Change.To<ConnectionBody> to -> to.value().asked();
            };
        }
    }

    /**
     * What a mailbox is reached with.
     *
     * @param host of an IMAP server
     * @param port 993, or 143 for {@code starttls}, where it is left out
     * @param security {@code tls} where it is left out
     * @param user of an IMAP server, most often the address
     * @param password never given back; it stays as it was only for the same server and user
     * @param accessToken for XOAUTH2, in place of a password; never given back
     * @param path of a folder, within your own folder below the server's {@code MAIL_FOLDER}
     */
    record ConnectionBody(
            @Nullable String host,
            @Nullable Integer port,
            Connection.@Nullable Security security,
            @Nullable String user,
            @Nullable String password,
            @Nullable String accessToken,
            @Nullable String path) {

        AskedConnection asked() {
            return new AskedConnection(host, port, security, user, password, accessToken, path);
        }

        @Override
        public String toString() {
            return "ConnectionBody[" + host + "]";
        }
    }

    /**
     * A mailbox.
     *
     * @param state {@code reconnect} where the service wants a new sign-in, {@code failing} while it is tried again
     * @param problem what is wrong, in a sentence; null while all is well
     * @param connection without secrets; null for a mailbox that files are put into, and where there is nothing to show
     * @param backfilledTo all that was sent since then was read
     */
    record Answer(
            UUID id,
            String name,
            String kind,
            String state,
            @Nullable String problem,
            @Nullable Reached connection,
            @Nullable Instant backfilledTo,
            @Nullable Instant lastScanAt,
            Instant createdAt) {

        static Answer of(Mailbox mailbox) {
            return new Answer(
                    mailbox.id().value(),
                    mailbox.name(),
                    mailbox.kind().key(),
                    mailbox.state().key(),
                    mailbox.problem(),
                    Reached.by(mailbox.connection()),
                    mailbox.backfilledTo(),
                    mailbox.lastScanAt(),
                    mailbox.createdAt());
        }
    }

    /** Where a mailbox is, without secrets: a server and its user, the account that was granted, or a folder. */
    record Reached(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String security,
            @Nullable String user,
            @Nullable String path) {

        static @Nullable Reached by(@Nullable Connection connection) {
            return switch (connection) {
                case null -> null;
                case Connection.Imap imap ->
                    new Reached(imap.host(), imap.port(), imap.security().key(), imap.user(), null);
                case Connection.Folder folder -> new Reached(null, null, null, null, folder.path());
                case Connection.Grant grant ->
                    grant.account() == null ? null : new Reached(null, null, null, grant.account(), null);
            };
        }
    }
}
