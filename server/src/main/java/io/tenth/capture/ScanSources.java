package io.tenth.capture;

import io.tenth.mail.MailLimits;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.RemoteMail;
import io.tenth.mail.UploadReader;
import io.tenth.mail.Uploads;
import io.tenth.mail.file.MailFiles;
import io.tenth.settings.PersonalSettings;
import io.tenth.shared.Actor;
import io.tenth.shared.MailboxId;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens what a scan is to read. */
@Component
class ScanSources {

    private final Uploads uploads;
    private final UploadReader reader;
    private final Mailboxes mailboxes;
    private final RemoteMail remote;
    private final Seen seen;
    private final ScanProgress progress;
    private final PersonalSettings settings;

    ScanSources(
            Uploads uploads,
            UploadReader reader,
            Mailboxes mailboxes,
            RemoteMail remote,
            Seen seen,
            ScanProgress progress,
            PersonalSettings settings) {
        this.uploads = uploads;
        this.reader = reader;
        this.mailboxes = mailboxes;
        this.remote = remote;
        this.seen = seen;
        this.progress = progress;
        this.settings = settings;
    }

    ScanSource open(Scan scan, Actor.Person person) throws IOException, MailServiceException {
        return switch (scan.subject()) {
            case Scan.Subject.File file -> {
                var upload = uploads.one(file.upload(), person);
                var mail = new MailFiles(MailLimits.DEFAULT).open(reader.open(upload, person), upload.name());
                yield new FileScanSource(mail, seen, scan, person);
            }
            case Scan.Subject.Sent sent -> {
                var connected = mailboxes.connection(scan.mailbox(), person);
                var from = sent.automatic() ? cursor(scan.mailbox(), sent.since(), person) : Optional.<String>empty();
                var asked = new MailboxScanSource.Asked(
                        from, settings.of(person).capture().concurrency(), words(scan, person));
                var session = remote.open(connected, person);
                yield new MailboxScanSource(session, seen, scan, sent, asked, person);
            }
        };
    }

    /** Whom a scan will ask: a host of IMAP, a folder. Empty for a file, for a provider, and where there is nothing any more. */
    Optional<String> host(ScanTask task) {
        return progress.mailbox(task.scan(), task.person()).flatMap(mailbox -> mailboxes.host(mailbox, task.person()));
    }

    /** The words that the scan looks for, which do not come with its row: they are sealed. */
    private SoughtWords words(Scan scan, Actor.Person person) {
        return progress.words(scan.id(), person);
    }

    /** None where it was kept by a reading that went less far back: that leaves a gap which only a listing shows. */
    private Optional<String> cursor(MailboxId mailbox, Instant since, Actor.Person person) {
        var backfilledTo = mailboxes.one(mailbox, person).backfilledTo();
        return backfilledTo == null || backfilledTo.isAfter(since)
                ? Optional.empty()
                : mailboxes.cursor(mailbox, person);
    }
}
