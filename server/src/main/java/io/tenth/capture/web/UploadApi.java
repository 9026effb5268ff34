package io.tenth.capture.web;

import io.tenth.capture.Scans;
import io.tenth.mail.UploadWriter;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes files of mail and starts their scans. The answer comes when the file is stored; the scan's progress is at the address
 * that it gives.
 */
@RestController
@RequestMapping("/api/mailboxes/{id}/files")
class UploadApi {

    private static final String MBOX = "application/mbox";
    private static final String MESSAGE = "message/rfc822";
    private static final String ZIP = "application/zip";

    private final UploadWriter files;
    private final Scans scans;

    UploadApi(UploadWriter files, Scans scans) {
        this.files = files;
        this.scans = scans;
    }

    @PostMapping(consumes = MBOX)
    ResponseEntity<Started> mbox(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.CONTENT_LENGTH, required = false) @Nullable Long length,
            InputStream content,
            Actor.Person person)
            throws IOException {
        return store(new MailboxId(id), "upload.mbox", content, length, person);
    }

    @PostMapping(consumes = MESSAGE)
    ResponseEntity<Started> message(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.CONTENT_LENGTH, required = false) @Nullable Long length,
            InputStream content,
            Actor.Person person)
            throws IOException {
        return store(new MailboxId(id), "upload.eml", content, length, person);
    }

    @PostMapping(consumes = ZIP)
    ResponseEntity<Started> zip(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.CONTENT_LENGTH, required = false) @Nullable Long length,
            InputStream content,
            Actor.Person person)
            throws IOException {
        return store(new MailboxId(id), "upload.zip", content, length, person);
    }

    private ResponseEntity<Started> store(
            MailboxId mailbox, String name, InputStream content, @Nullable Long length, Actor.Person person)
            throws IOException {
        scans.requireRoom(person);
        var file = files.store(mailbox, name, content, length, person);
        var scan = scans.start(file, person);
        return ResponseEntity.accepted()
                .location(URI.create("/api/time-tracking/scans/" + scan.value()))
                .body(new Started(scan.value()));
    }

    record Started(UUID scanId) {}
}
