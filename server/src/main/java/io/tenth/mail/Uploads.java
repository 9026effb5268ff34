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
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Uploaded files of mail. They are kept in the database, in sealed pieces, so that a scan can be taken up by any node after a
 * crash; a piece is bound to its file and its place, so that pieces cannot be swapped. {@link UploadWriter} writes one,
 * {@link UploadReader} reads it.
 */
@Service
public class Uploads {

    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    private final UploadRepository repository;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    Uploads(UploadRepository repository, Vault vault, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins an upload, and forgets those that broke off so hard that nobody could.
     *
     * @param announced its length in bytes; null where its sender has not said it
     */
    @Transactional
    UploadId begin(MailboxId mailbox, String name, @Nullable Long announced, Actor.Person person) {
        repository.abandoned(clock.instant().minus(LONGEST_UPLOAD), person).forEach(file -> forget(file, person));
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

    @Transactional
    void append(UploadId file, int chunk, byte[] content, Actor.Person person) {
        var closed = vault.sealOf(person).closeBytes(place("content " + chunk, file), content);
        repository.insertChunk(file, chunk, closed, person);
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

    @Transactional(readOnly = true)
    Optional<byte[]> chunk(UploadId file, int chunk, Actor.Person person) {
        return repository
                .findChunk(file, chunk, person)
                .map(content -> vault.sealOf(person).openBytes(place("content " + chunk, file), content));
    }

    /** Forgets a file. Its scan has ended, or its upload broke off. Does nothing when it is gone already. */
    @Transactional
    public void remove(UploadId file, Actor.Person person) {
        forget(file, person);
    }

    private void forget(UploadId file, Actor.Person person) {
        if (repository.delete(file, person)) {
            audit.append(AuditEvent.of(person, "upload.removed", "upload", file.value())
                    .with(ComplianceFlag.CLIENT_DATA));
        }
    }

    private static Place place(String column, UploadId file) {
        return new Place("uploads", column, file.value());
    }
}
