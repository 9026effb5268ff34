package io.tenth.mail.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.mail.MailLimits;
import io.tenth.mail.MailReading;
import io.tenth.mail.MailReading.Readable;
import io.tenth.mail.MailReading.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A zip of mail is read as it comes; one that was made to do harm does none, and what stands before the harm is read. */
class ZipTest {

    private static final byte[] MESSAGE = message("m");

    private final MailFiles files = new MailFiles(MailLimits.DEFAULT);

    @TempDir
    private Path folder;

    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    private record Packed(String name, byte[] content) {}

    @Test
    void readsTheMessagesMailboxesAndMaildirsInIt() {
        var mbox = new ByteArrayOutputStream();
        for (var subject : List.of("b", "c")) {
            mbox.writeBytes("From a@b.example Fri Mar 20 22:17:00 2026\n".getBytes(StandardCharsets.US_ASCII));
            mbox.writeBytes(message(subject));
            mbox.write('\n');
        }
        var zip = zip(
                new Packed("Takeout/", new byte[0]),
                new Packed("Takeout/Mail/a.eml", message("a")),
                new Packed("Takeout/Mail/Sent", mbox.toByteArray()),
                new Packed("Maildir/.Sent/cur/1:2,S", message("d")),
                new Packed("Maildir/.Sent/new/2", message("e")));
        assertThat(told(zip)).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void passesOverWhatIsNoMail() {
        var zip = zip(
                new Packed("readme.txt", "Dear reader".getBytes(StandardCharsets.US_ASCII)),
                new Packed("__MACOSX/._a.eml", new byte[] {0, 5, 22, 7}),
                new Packed(".hidden/a.eml", MESSAGE),
                new Packed("Maildir/tmp/3", MESSAGE),
                new Packed("Maildir/dovecot.index", new byte[] {7}),
                new Packed("Maildir/cur/1", message("a")));
        assertThat(told(zip)).containsExactly("a");
    }

    @Test
    void reportsWhatIsNamedLikeMailAndIsNone() {
        var zip = zip(new Packed("a.eml", "hello".getBytes(StandardCharsets.US_ASCII)), new Packed("b.eml", MESSAGE));
        assertThat(told(zip))
                .containsExactly("upload.zip, a.eml: It looks neither like a mail message nor like an mbox file.", "m");
    }

    @Test
    void leadsOutOfNoFolder() throws IOException {
        var zip = zip(
                new Packed("../../../../tmp/evil.eml", message("a")),
                new Packed("/etc/cron.d/evil.eml", message("b")),
                new Packed("C:\\Windows\\evil.eml", message("c")),
                new Packed("a\u001b[31m\n.eml", new byte[] {7}));
        var upload = Files.write(folder.resolve("upload.zip"), zip);
        assertThat(told(zip))
                .startsWith("a", "b", "c")
                .last()
                .asString()
                .startsWith("upload.zip, a?[31m?.eml: It looks neither");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(upload);
        }
    }

    @Test
    void stopsWhereAnArchiveUnpacksToFarMoreThanItsSize() {
        var content = Arrays.copyOf(message("first"), 128 << 20);
        var packed = localPart(zip(new Packed("a.eml", content)));
        var bomb = new SequenceInputStream(
                new ByteArrayInputStream(localPart(zip(new Packed("m.eml", MESSAGE)))), repeated(packed, 32));
        var told = told(bomb);
        assertThat(told).first().isEqualTo("m");
        assertThat(told).last().asString().contains("unpacks to more than 100 times its size");
        assertThat(told).hasSizeLessThan(5);
    }

    @Test
    void stopsWhereAnArchiveHoldsTooManyFiles() {
        var first = new ByteArrayInputStream(localPart(zip(new Packed("m.eml", MESSAGE))));
        var million = repeated(localPart(zip(new Packed("x", new byte[0]))), 1_000_000);
        var told = told(new SequenceInputStream(first, million));
        assertThat(told).hasSize(2).first().isEqualTo("m");
        assertThat(told.getLast()).contains("more than 500000 files");
    }

    @Test
    void opensNoArchiveWithinAnArchive() {
        var inner = zip(new Packed("a.eml", message("inner")));
        var zip = zip(new Packed("more.zip", inner), new Packed("cur/1", inner), new Packed("b.eml", MESSAGE));
        assertThat(told(zip)).hasSize(3).last().isEqualTo("m");
        assertThat(told(zip).getFirst()).contains("It is an archive within an archive.");
    }

    @Test
    void saysWhatToDoWithAnEncryptedArchive() {
        var zip = localPart(zip(new Packed("b.eml", message("b"))));
        zip[6] |= 1;
        var told = told(new SequenceInputStream(
                new ByteArrayInputStream(localPart(zip(new Packed("a.eml", message("a"))))),
                new ByteArrayInputStream(zip)));
        assertThat(told).hasSize(2).first().isEqualTo("a");
        assertThat(told.getLast()).contains("encrypted").contains("Unpack it, and read what was in it.");
    }

    @Test
    void answersForAnArchiveCutOffOrChangedAnywhere() {
        var zip = zip(new Packed("a.eml", message("a")), new Packed("b.mbox", MESSAGE));
        for (int at = 4; at < zip.length; at++) {
            assertThat(told(Arrays.copyOf(zip, at))).isNotEmpty();
            var changed = zip.clone();
            changed[at] ^= (byte) 0xFF;
            assertThat(told(changed)).isNotEmpty();
        }
    }

    @Test
    void saysSoWhenThereIsNoMailInIt() {
        assertThat(told(zip(new Packed("readme.txt", new byte[] {65}))))
                .containsExactly(
                        "upload.zip: There is no mail in this archive: no mbox file, no message and no Maildir.");
        assertThat(told(zip())).singleElement().asString().contains("There is no mail in this archive");
    }

    @Test
    void goesOnAfterAnyNumberOfSkippedMessages() throws IOException {
        var zip = zip(
                new Packed("a.eml", message("a")), new Packed("b.eml", new byte[0]), new Packed("c.eml", message("c")));
        List<MailReading> all = Rendering.readAll(files.open(new ByteArrayInputStream(zip), "upload.zip"));
        for (int skipped = 0; skipped <= 4; skipped++) {
            var source = files.open(new ByteArrayInputStream(zip), "upload.zip");
            assertThat(source.skip(skipped)).isEqualTo(Math.min(skipped, 3));
            assertThat(Rendering.readAll(source)).isEqualTo(all.subList(Math.min(skipped, 3), 3));
        }
    }

    @Test
    void letsTheFailureOfAStreamRise() throws IOException {
        var lost = InputStream.nullInputStream();
        lost.close();
        var zip = localPart(zip(new Packed("a.eml", MESSAGE)));
        var upload = new SequenceInputStream(new ByteArrayInputStream(zip), lost);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Rendering.readAll(files.open(upload, "upload.zip")));
    }

    @Test
    void readsAZipThatIsNamedAndPassesOverOneInAFolder() throws IOException {
        var zip = Files.write(folder.resolve("mail.zip"), zip(new Packed("a.eml", MESSAGE)));
        assertThat(Rendering.readAll(files.open(zip))).singleElement().isInstanceOf(Readable.class);
        assertThat(Rendering.readAll(files.open(folder))).isEmpty();
    }

    private List<String> told(byte[] zip) {
        return told(new ByteArrayInputStream(zip));
    }

    /** The subjects of what was read, and the places and reasons of what was not. */
    private List<String> told(InputStream zip) {
        try {
            return Rendering.readAll(files.open(zip, "upload.zip")).stream()
                    .map(reading -> switch (reading) {
                        case Readable read -> read.message().subject();
                        case Unreadable refused -> refused.location() + ": " + refused.reason();
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] message(String subject) {
        return ("Date: Fri, 20 Mar 2026 17:17:00 -0500\nSubject: " + subject + "\n\nSpent two hours.\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] zip(Packed... files) {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            for (var file : files) {
                out.putNextEntry(new ZipEntry(file.name()));
                out.write(file.content());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip.toByteArray();
    }

    /** A zip without its directory, so that others can follow. */
    private static byte[] localPart(byte[] zip) {
        int end = zip.length - 22;
        int directory = Byte.toUnsignedInt(zip[end + 16])
                | Byte.toUnsignedInt(zip[end + 17]) << 8
                | Byte.toUnsignedInt(zip[end + 18]) << 16
                | Byte.toUnsignedInt(zip[end + 19]) << 24;
        return Arrays.copyOf(zip, directory);
    }

    private static InputStream repeated(byte[] bytes, int times) {
        return new SequenceInputStream(Collections.enumeration(Collections.nCopies(times, bytes).stream()
                .<InputStream>map(ByteArrayInputStream::new)
                .toList()));
    }
}
