package io.tenth.capture.web;

import io.tenth.capture.Scan;
import io.tenth.mail.Connection;
import io.tenth.mail.Mailbox;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.MailboxState;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox as its owner sees it.
 *
 * @param standing where its mail lies and when it was last read, in words
 * @param isRead whether the server can read it by itself
 * @param imap where an IMAP mailbox is; null for another
 * @param isGranted whether its owner signs in at a provider to connect it
 * @param lastScan the latest reading of it; null where there is none
 */
record MailboxView(
        UUID id,
        String name,
        String standing,
        String state,
        boolean isWell,
        @Nullable String problem,
        boolean isRead,
        Connection.@Nullable Imap imap,
        boolean isGranted,
        @Nullable ScanView lastScan) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    static MailboxView of(Mailbox mailbox, @Nullable Scan lastScan, ZoneId zone) {
        return new MailboxView(
                mailbox.id().value(),
                mailbox.name(),
                mailbox.connection() == null ? place(mailbox) : place(mailbox) + " · " + lastRead(mailbox, zone),
                word(mailbox),
                mailbox.state() == MailboxState.OK,
                mailbox.problem(),
                mailbox.connection() != null,
                mailbox.connection() instanceof Connection.Imap imap ? imap : null,
                mailbox.connection() instanceof Connection.Grant,
                lastScan == null ? null : ScanView.of(lastScan, zone));
    }

    private static String lastRead(Mailbox mailbox, ZoneId zone) {
        var read = mailbox.lastScanAt();
        return read == null ? "not read yet" : "last read " + TIME.format(read.atZone(zone));
    }

    private static String place(Mailbox mailbox) {
        return switch (mailbox.connection()) {
            case null -> "files that you upload";
            case Connection.Imap imap -> imap.user() + " at " + imap.host();
            case Connection.Folder folder -> "folder " + folder.path();
            case Connection.Grant grant ->
                (grant.account() == null ? "" : grant.account() + " at ")
                        + Provider.of(mailbox.kind()).name();
        };
    }

    private static String word(Mailbox mailbox) {
        return switch (mailbox.state()) {
            case OK -> mailbox.kind() == MailboxKind.FILE ? "ready" : "connected";
            case RECONNECT -> "reconnect";
            case FAILING -> "failing";
        };
    }

    /** A provider at which people sign in. */
    record Provider(String key, String name) {

        static Provider of(MailboxKind kind) {
            return new Provider(kind.key(), kind == MailboxKind.GMAIL ? "Gmail" : "Microsoft 365");
        }
    }
}
