package io.tenth.mail;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.Place;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.MailboxId;
import io.tenth.shared.UploadId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Uploaded files of mail. They are kept in the database, in sealed pieces, so that a scan can be taken up by any node after a
 * crash; a piece is bound to its file and its place, so that pieces cannot be swapped. {@link UploadWriter} writes one,
 * {@link UploadReader} reads it.
 */
@Service
public class Uploads {

    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    /** That the next upload waits for; the others are left to the one after it, and to the night. */
    private static final int MOST_ABANDONED = 2;

    /** 64 MB at the size that an upload gives them. */
    private static final int PIECES_OF_A_LOT = 256;

    private final UploadRepository repository;
    private final Vault vault;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Uploads(UploadRepository repository, Vault vault, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.vault = vault;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins an upload, and forgets those that broke off so hard that nobody could.
     *
     * @param announced its length in bytes; null where its sender has not said it
     */
    @Transactional
    UploadId begin(MailboxId mailbox, String name, @Nullable Long announced, Actor.Person person) {
        removeBefore(clock.instant().minus(LONGEST_UPLOAD), MOST_ABANDONED, person);
        var id = UploadId.next();
        var closed = vault.sealOf(person).close(place("name", id), name);
        if (!repository.insert(id, mailbox, closed, person, clock.instant())) {
            throw DomainException.notFound("mailbox");
        }
        audit.append(AuditEvent.of(person, "upload.begun", "upload", id.value())
                .with(ComplianceFlag.CLIENT_DATA)
                .with(announced == null ? Map.of() : Map.of("announced_bytes", announced)));
        return id;
    }

    /** Adds pieces to a file. The first of them has the number given, each of the others the next one. Refuses where its mailbox has gone. */
    @Transactional
    void append(UploadId file, int number, List<byte[]> pieces, Actor.Person person) {
        var seal = vault.sealOf(person);
        for (var each = 0; each < pieces.size(); each++) {
            var place = place("content " + (number + each), file);
            if (!repository.insertChunk(file, number + each, seal.closeBytes(place, pieces.get(each)), person)) {
                throw DomainException.notFound("mailbox");
            }
        }
    }

    @Transactional
    void complete(UploadId file, int chunks, long size, Actor.Person person) {
        repository.complete(file, chunks, size, person);
        audit.append(AuditEvent.of(person, "upload.stored", "upload", file.value())
                .with(ComplianceFlag.CLIENT_DATA)
                .with(Map.of("bytes", size)));
    }

    /** A file whose upload was completed. */
    @Transactional(readOnly = true)
    public Upload one(UploadId file, Actor.Person person) {
        var seal = vault.sealOf(person);
        return repository
                .findComplete(file, person, name -> seal.open(place("name", file), name))
                .orElseThrow(() -> DomainException.notFound("upload"));
    }

    /** Those pieces of so many numbers that are there, by their numbers. */
    @Transactional(readOnly = true)
    Map<Integer, byte[]> pieces(UploadId file, int from, int numbers, Actor.Person person) {
        var seal = vault.sealOf(person);
        var pieces = repository.findChunks(file, from, numbers, person);
        pieces.replaceAll((number, closed) -> seal.openBytes(place("content " + number, file), closed));
        return pieces;
    }

    /** Gives a file up: its scan has ended, or its upload broke off. Its pieces go later. Does nothing when it is gone already. */
    @Transactional
    public void remove(UploadId file, Actor.Person person) {
        forget(file, person);
    }

    /** Gives up files that were uploaded before a time and that no scan is reading, at most so many. Returns how many. */
    @Transactional
    public int removeBefore(Instant before, int most, Actor.Person person) {
        var abandoned = repository.abandoned(before, most, person);
        abandoned.forEach(file -> forget(file, person));
        return abandoned.size();
    }

    /** Gives up all files of a mailbox that is removed. */
    @Transactional(propagation = Propagation.MANDATORY)
    void removeAllOf(MailboxId mailbox, Actor.Person person) {
        repository.removeAllOf(mailbox, person, clock.instant());
    }

    /** Deletes a lot of what was given up of the person's. Returns whether more is left. */
    @Transactional
    public boolean deleteSome(Actor.Person person) {
        if (repository.deleteRemovedChunks(PIECES_OF_A_LOT, person) == PIECES_OF_A_LOT) {
            return true;
        }
        repository.deleteRemoved(person);
        return false;
    }

    private void forget(UploadId file, Actor.Person person) {
        if (repository.remove(file, person, clock.instant())) {
            events.publishEvent(new UploadRemoved(file, person));
            audit.append(AuditEvent.of(person, "upload.removed", "upload", file.value())
                    .with(ComplianceFlag.CLIENT_DATA));
        }
    }

    private static Place place(String column, UploadId file) {
        return new Place("uploads", column, file.value());
    }
}
