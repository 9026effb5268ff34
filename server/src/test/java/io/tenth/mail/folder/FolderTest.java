package io.tenth.mail.folder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.mail.Connection;
import io.tenth.mail.MailLimits;
import io.tenth.mail.MailService;
import io.tenth.mail.MailServiceContract;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailSession.Fetched;
import io.tenth.mail.MailSession.Reference;
import io.tenth.mail.MailSettings;
import io.tenth.mail.SampleMessage;
import io.tenth.mail.file.FolderIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A watched folder: single files, a Maildir, an mbox file, and nothing beyond it. */
class FolderTest extends MailServiceContract {

    private static final DateTimeFormatter FROM_DATE =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ENGLISH);

    @TempDir
    private Path root;

    private Path own;

    @BeforeEach
    void makeAFolder() throws IOException {
        own = Files.createDirectories(root.resolve("dana"));
    }

    @Override
    protected Stand stand() {
        return new Own();
    }

    @Test
    void knowsAMessageOfAMaildirAgainOnceItWasRead() throws IOException, MailServiceException {
        for (var name : List.of("cur", "new", "tmp")) {
            Files.createDirectories(own.resolve("Sent").resolve(name));
        }
        var fresh = own.resolve("Sent/new/1772446800.M1.host");
        Files.write(fresh, SampleMessage.of("in a Maildir", NOW));
        List<Reference> before;
        try (var session = open()) {
            before = all(session.sentSince(NOW.minus(Duration.ofDays(2)), null), session);
        }

        Files.move(fresh, own.resolve("Sent/cur/1772446800.M1.host:2,S"));

        try (var session = open()) {
            assertThat(session.fetch(before))
                    .extracting(MailServiceContract::subject)
                    .containsExactly("in a Maildir");
            assertThat(all(session.sentSince(NOW.minus(Duration.ofDays(2)), null), session))
                    .isEqualTo(before);
        }
    }

    @Test
    void knowsTheMessagesOfAnMboxWhereOthersComeAndGo() throws IOException, MailServiceException {
        var mbox = own.resolve("sent.mbox");
        Files.write(mbox, concat(inMbox("one", 3), inMbox("two", 2)));
        Reference two;
        try (var session = open()) {
            var listing = session.sentSince(NOW.minus(Duration.ofDays(9)), null);
            assertThat(subjects(session, listing)).containsExactly("two", "one");
            two = listing.references().getFirst();
        }

        Files.write(mbox, concat(inMbox("zero", 4), inMbox("three", 1)));
        Files.write(mbox, concat(inMbox("two", 2)), StandardOpenOption.APPEND);

        try (var session = open()) {
            var listing = session.sentSince(NOW.minus(Duration.ofDays(9)), null);
            assertThat(subjects(session, listing)).containsExactly("three", "two", "zero");
            assertThat(session.fetch(List.of(two)))
                    .extracting(MailServiceContract::subject)
                    .containsExactly("two");
            assertThat(listing.references()).contains(two);
        }
    }

    @Test
    void takesNothingElseForAMessageOfAnMboxThatIsWrittenAnewMeanwhile() throws IOException, MailServiceException {
        var mbox = own.resolve("sent.mbox");
        Files.write(mbox, concat(inMbox("one", 3), inMbox("two", 2)));
        try (var session = open()) {
            var listed = session.sentSince(NOW.minus(Duration.ofDays(9)), null);

            Files.write(mbox, concat(inMbox("zero", 4), inMbox("one", 3), inMbox("two", 2)));

            assertThat(session.fetch(listed.references())).hasSize(2).allMatch(Fetched.Gone.class::isInstance);
            assertThat(subjects(session, session.addedAfter(requireNonNull(listed.cursor()), null)))
                    .containsExactly("two", "one", "zero");
        }
    }

    @Test
    void givesNoMoreThanCanBeHeldAtOnce() throws IOException, MailServiceException {
        for (var name : List.of("one.eml", "two.eml", "three.eml")) {
            Files.write(own.resolve(name), new byte[5 << 20]);
        }
        try (var session = open()) {
            var references =
                    session.sentSince(NOW.minus(Duration.ofDays(2)), null).references();

            assertThat(session.fetch(references)).hasSize(2);
            assertThat(session.fetch(references.subList(2, 3))).hasSize(1);
        }
    }

    @Test
    void looksIntoNoFileThatWasNotTouchedSince() throws IOException {
        Files.write(own.resolve("sent.mbox"), concat(inMbox("one", 3), inMbox("two", 2)));
        var before = FolderIndex.of(own, Instant.EPOCH, MailLimits.DEFAULT);

        var later = FolderIndex.of(own, before.newestChange().plusNanos(1), MailLimits.DEFAULT);

        assertThat(before.entries()).hasSize(2);
        assertThat(later.entries()).isEmpty();
        assertThat(later.newestChange()).isEqualTo(before.newestChange());
    }

    @Test
    void goesOnAfterAFileThatClaimsToBeOfTheFuture() throws IOException, MailServiceException {
        Files.write(own.resolve("future.eml"), SampleMessage.of("future", NOW));
        Files.setLastModifiedTime(own.resolve("future.eml"), FileTime.from(NOW.plus(Duration.ofDays(9_000))));
        try (var session = open()) {
            var cursor = session.sentSince(NOW.minus(Duration.ofDays(2)), null).cursor();
            stand().send("new", NOW);

            assertThat(subjects(session, session.addedAfter(requireNonNull(cursor), null)))
                    .contains("new");
        }
    }

    @Test
    void followsNoLinkOutOfIt() throws IOException, MailServiceException {
        var other = Files.createDirectories(root.resolve("lee"));
        Files.write(other.resolve("secret.eml"), SampleMessage.of("secret", NOW));
        Files.createSymbolicLink(own.resolve("theirs.eml"), other.resolve("secret.eml"));
        Files.createSymbolicLink(own.resolve("all"), other);

        try (var session = open()) {
            assertThat(session.sentSince(NOW.minus(Duration.ofDays(9)), null).references())
                    .isEmpty();
        }
        assertThatExceptionOfType(Impossible.class)
                .isThrownBy(() -> stand().service().open(new Connection.Folder("dana/all")));
    }

    @Test
    void readsNoFileThatBecameALink() throws IOException, MailServiceException {
        var secret = Files.write(root.resolve("secret.eml"), SampleMessage.of("secret", NOW));
        stand().send("mine", NOW);

        try (var session = open()) {
            var listed = session.sentSince(NOW.minus(Duration.ofDays(9)), null).references();
            Files.delete(file("mine"));
            Files.createSymbolicLink(file("mine"), secret);
            assertThat(session.fetch(listed)).noneMatch(Fetched.Raw.class::isInstance);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dana/..", "dana/../lee", "..", "../..", "dana/../../etc", "/etc", "dana/nowhere", "dana/\u0000"
            })
    void opensNothingElse(String path) throws IOException {
        Files.createDirectories(root.resolve("lee"));

        assertThatExceptionOfType(MailServiceException.class)
                .isThrownBy(() -> stand().service().open(new Connection.Folder(path)))
                .withMessageContaining("no such folder of yours");
    }

    @Test
    void saysThatNoFolderIsOpen() {
        assertThatExceptionOfType(Impossible.class)
                .isThrownBy(() ->
                        new FolderMail(new MailSettings(null, List.of(), null)).open(new Connection.Folder("dana")))
                .withMessageContaining("MAIL_FOLDER");
    }

    private Path file(String subject) {
        return own.resolve(subject.replace(' ', '-') + ".eml");
    }

    private static String inMbox(String subject, int daysAgo) {
        var sentAt = NOW.minus(Duration.ofDays(daysAgo));
        return "From dana@firm.example " + FROM_DATE.format(sentAt.atOffset(ZoneOffset.UTC)) + "\n"
                + "Date: Mon, 2 Mar 2026 10:00:00 +0000\nFrom: dana@firm.example\nSubject: " + subject + "\n\nText\n\n";
    }

    private static byte[] concat(String... messages) {
        return String.join("", messages).getBytes(StandardCharsets.UTF_8);
    }

    private final class Own implements Stand {

        @Override
        public MailService service() {
            return new FolderMail(new MailSettings(root, List.of(), null));
        }

        @Override
        public Connection connection() {
            return new Connection.Folder("dana");
        }

        @Override
        public void send(String subject, Instant sentAt) {
            try {
                Files.write(file(subject), SampleMessage.of(subject, sentAt));
                Files.setLastModifiedTime(file(subject), FileTime.from(sentAt));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void delete(String subject) {
            try {
                Files.delete(file(subject));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean forgetCursors() {
            return false;
        }

        @Override
        public boolean revoke() {
            return false;
        }

        @Override
        public boolean throttle() {
            return false;
        }

        @Override
        public void breakDown() {
            try (Stream<Path> files = Files.list(own)) {
                files.forEach(file -> file.toFile().delete());
                Files.delete(own);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
