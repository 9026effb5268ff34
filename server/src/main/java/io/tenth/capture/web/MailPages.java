package io.tenth.capture.web;

import io.tenth.capture.Scans;
import io.tenth.identity.Account;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.UploadWriter;
import io.tenth.mail.file.MailFiles;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ScanId;
import io.tenth.shared.UploadId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Sent mail comes in here, and its scans are watched. */
@Controller
class MailPages {

    private final Mailboxes mailboxes;
    private final UploadWriter uploads;
    private final Scans scans;

    MailPages(Mailboxes mailboxes, UploadWriter uploads, Scans scans) {
        this.mailboxes = mailboxes;
        this.uploads = uploads;
        this.scans = scans;
    }

    @GetMapping("/mail")
    String mail(Account account, Model page) {
        page.addAttribute(
                "scans",
                scans.latest(account.person()).stream()
                        .map(scan -> ScanView.of(scan, account.zone()))
                        .toList());
        return "mail";
    }

    /**
     * Takes in a file and starts its scan. The body is the file and nothing else: it goes into the sealed store as it arrives,
     * where a multipart form would first lie in the open in a temporary file.
     *
     * @param name the file's name, percent-encoded
     */
    @PostMapping(path = "/mail", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<String> upload(
            @RequestHeader("X-File-Name") String name, Actor.Person person, HttpServletRequest request)
            throws IOException {
        try {
            var scan = scans.start(store(decoded(name), person, request), person);
            return ResponseEntity.created(URI.create("/mail/scans/" + scan.value()))
                    .build();
        } catch (DomainException refusal) {
            return ResponseEntity.unprocessableContent()
                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .body(refusal.sentence());
        }
    }

    @GetMapping("/mail/scans/{id}")
    String scan(@PathVariable UUID id, Account account, Model page) {
        show(new ScanId(id), account, page);
        return "scan";
    }

    /** The part of the page that changes while the scan goes on. */
    @GetMapping("/mail/scans/{id}/progress")
    String progress(@PathVariable UUID id, Account account, Model page) {
        show(new ScanId(id), account, page);
        return "scan-progress :: update";
    }

    @PostMapping("/mail/scans/{id}/cancellation")
    String cancel(@PathVariable UUID id, Actor.Person person) {
        var scan = new ScanId(id);
        if (!scans.one(scan, person).state().isOver()) {
            scans.cancel(scan, person);
        }
        return "redirect:/mail/scans/" + id;
    }

    private UploadId store(String name, Actor.Person person, HttpServletRequest request) throws IOException {
        scans.requireRoom(person);
        var content = new BufferedInputStream(request.getInputStream(), MailFiles.BEGINNING);
        content.mark(MailFiles.BEGINNING);
        var beginning = content.readNBytes(MailFiles.BEGINNING);
        if (beginning.length > 0 && !MailFiles.isMail(beginning) && !MailFiles.isArchive(beginning)) {
            throw DomainException.invalid("This is neither a mail message, nor an mbox file, nor a zip of them.");
        }
        content.reset();
        var length = request.getContentLengthLong();
        return uploads.store(
                mailboxes.named(Mailboxes.UPLOADS, person), name, content, length < 0 ? null : length, person);
    }

    private void show(ScanId id, Account account, Model page) {
        var scan = ScanView.of(scans.one(id, account.person()), account.zone());
        page.addAttribute("scan", scan);
        page.addAttribute("problems", scan.isOver() ? scans.problems(id, account.person()) : List.of());
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw DomainException.invalid("The name of the file in X-File-Name is not percent-encoded.");
        }
    }
}
