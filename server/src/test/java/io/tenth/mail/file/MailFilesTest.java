package io.tenth.mail.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.mail.MailLimits;
import io.tenth.mail.MailReading;
import io.tenth.mail.MailReading.Readable;
import io.tenth.mail.MailReading.Unreadable;
import io.tenth.mail.MailSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFilesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/mail");

    private final MailFiles files = new MailFiles(MailLimits.DEFAULT);

    @TempDir
    private Path folder;

    @Test
    void readsAMaildirWithItsSubfoldersAndReportsItsBrokenMessage() throws IOException {
        List<MailReading> readings = Rendering.readAll(files.open(FIXTURES.resolve("maildir")));
        assertThat(subjects(readings)).containsExactly("m4", "m5", "m0", "unreadable", "m1");
        assertThat(locations(readings)).containsExactly(FIXTURES.resolve("maildir/cur/1711000002.M3P1.host:2,S") + "");
    }

    @Test
    void readsAFolderOfMessagesAndMailboxesAndPassesOverOtherFiles() throws IOException {
        List<MailReading> readings = Rendering.readAll(files.open(FIXTURES.resolve("folder")));
        assertThat(subjects(readings)).containsExactly("A", "m0", "m1", "unreadable");
        assertThat(readings.stream().map(MailReading::position)).containsExactly(0, 1, 2, 3);
        assertThat(locations(readings)).containsExactly(FIXTURES.resolve("folder/c.eml") + "");
    }

    @Test
    void skipsAcrossTheFilesOfAFolder() throws IOException {
        List<MailReading> all = Rendering.readAll(files.open(FIXTURES.resolve("folder")));
        for (int skipped = 0; skipped <= 4; skipped++) {
            MailSource source = files.open(FIXTURES.resolve("folder"));
            assertThat(source.skip(skipped)).isEqualTo(skipped);
            assertThat(Rendering.readAll(source)).isEqualTo(all.subList(skipped, 4));
        }
        assertThat(files.open(FIXTURES.resolve("folder")).skip(9)).isEqualTo(4);
    }

    @Test
    void countsTheBytesOfAFolderAsItReads() throws IOException {
        try (MailSource source = files.open(FIXTURES.resolve("folder"))) {
            assertThat(source.bytesRead()).isZero();
            source.next();
            assertThat(source.bytesRead()).isEqualTo(Files.size(FIXTURES.resolve("folder/a.eml")));
            assertThat(source.totalBytes().orElseThrow()).isGreaterThan(source.bytesRead());
        }
    }

    @Test
    void reportsAFileThatWasAskedForAndIsNoMail() throws IOException {
        List<MailReading> readings = Rendering.readAll(files.open(FIXTURES.resolve("not-mail.txt")));
        assertThat(locations(readings)).containsExactly(FIXTURES.resolve("not-mail.txt") + "");
    }

    @Test
    void findsNothingInAnEmptyFolder() throws IOException {
        assertThat(Rendering.readAll(files.open(folder))).isEmpty();
    }

    @Test
    void refusesAPathThatDoesNotExist() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> files.open(folder.resolve("none")));
    }

    @Test
    void readsTheNeighboursOfAMessageThatIsTooLarge() throws IOException {
        MailLimits small = new MailLimits(5_000, 5_000, 5_000, 5, 5, 50, 5_000, 5_000);
        String mbox = message(0, "first") + message(1, "long line ".repeat(100_000)) + message(2, "third");
        MailSource source = new MailFiles(small).open(stream(mbox), "upload");
        List<MailReading> readings = Rendering.readAll(source);
        assertThat(subjects(readings)).containsExactly("m0", "unreadable", "m2");
        assertThat(locations(readings)).containsExactly("upload, message 2 at byte " + mbox.indexOf("From ", 10));
    }

    @Test
    void findsEachFromLineWhereverItFallsInTheBuffer() throws IOException {
        StringBuilder mbox = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            mbox.append(message(i, "x".repeat(i * 7 % 1_000) + "\n" + ">From x".repeat(i % 3)));
        }
        List<MailReading> readings = Rendering.readAll(files.open(stream(mbox.toString()), "upload"));
        assertThat(subjects(readings))
                .containsExactlyElementsOf(
                        IntStream.range(0, 400).mapToObj(i -> "m" + i).toList());
    }

    @Test
    void readsAMailboxLargerThanTheMemory() throws IOException {
        byte[] message = message(7, "line of text\n".repeat(75_000)).getBytes(StandardCharsets.US_ASCII);
        InputStream gigabyte =
                new SequenceInputStream(Collections.enumeration(Collections.nCopies(1_000, message).stream()
                        .map(MailFilesTest::streamOf)
                        .toList()));
        try (MailSource source = files.open(gigabyte, "upload")) {
            assertThat(source.skip(990)).isEqualTo(990);
            assertThat(Rendering.readAll(source)).hasSize(10);
            assertThat(source.bytesRead()).isEqualTo(1_000L * message.length);
        }
    }

    @Test
    void letsTheFailureOfAStreamRise() throws IOException {
        InputStream lost = InputStream.nullInputStream();
        lost.close();
        InputStream upload = new SequenceInputStream(stream(message(0, "x".repeat(200_000))), lost);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> Rendering.readAll(files.open(upload, "upload")));
    }

    @Test
    void readsTheSameMessageAsTheSameBytesTwice() throws IOException {
        Readable once = (Readable)
                Rendering.readAll(files.open(FIXTURES.resolve("plain.eml"))).getFirst();
        Readable again = (Readable)
                Rendering.readAll(files.open(FIXTURES.resolve("plain.eml"))).getFirst();
        assertThat(once).isEqualTo(again);
        assertThat(once.message().contentDigest()).hasSize(64);
        assertThat(once.message().identity()).isEqualTo("<plain@loomis.example>");
    }

    @Test
    void identifiesAMessageWithoutAnIdByItsContent() throws IOException {
        Readable read = (Readable) Rendering.readAll(files.open(FIXTURES.resolve("no-message-id.eml")))
                .getFirst();
        assertThat(read.message().identity())
                .isEqualTo("sha256:" + read.message().contentDigest());
    }

    private static String message(int number, String body) {
        return "From a@loomis.example Fri Mar 20 22:17:00 2026\nDate: Fri, 20 Mar 2026 17:17:00 -0500\nSubject: m"
                + number + "\n\n" + body + "\n\n";
    }

    private static InputStream stream(String content) {
        return streamOf(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static InputStream streamOf(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    private static List<String> subjects(List<MailReading> readings) {
        return readings.stream()
                .map(reading -> switch (reading) {
                    case Readable read -> read.message().subject();
                    case Unreadable refused -> "unreadable";
                })
                .toList();
    }

    private static List<String> locations(List<MailReading> readings) {
        return readings.stream()
                .filter(Unreadable.class::isInstance)
                .map(Unreadable.class::cast)
                .map(Unreadable::location)
                .toList();
    }
}
