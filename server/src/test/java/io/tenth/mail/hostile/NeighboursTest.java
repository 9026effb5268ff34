package io.tenth.mail.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All messages of the collection together: none takes a neighbour with it, wherever they lie. */
class NeighboursTest {

    /** What RELIABILITY asks for is twice as much. */
    private static final String MEMORY = "-Xmx256m";

    private static final List<HostileMessage> ALL = HostileMail.all();
    private static final List<HostileMessage> SMALL =
            ALL.stream().filter(message -> !message.kind().equals("bombs")).toList();

    @TempDir
    private Path temp;

    @Test
    void losesNoNeighbourInAnMboxAndAFolderWithLittleMemory() throws IOException, InterruptedException {
        var mbox = temp.resolve("all.mbox");
        var folder = Files.createDirectory(temp.resolve("all"));
        Neighbours.mbox(mbox, ALL, true);
        Neighbours.folder(folder, SMALL);
        assertThat(scannedWithLittleMemory(mbox, folder)).containsExactly(complete(ALL), complete(SMALL));
    }

    @Test
    void losesNoNeighbourInAnMboxThatQuotesNothing() throws IOException {
        var mbox = temp.resolve("unquoted.mbox");
        Neighbours.mbox(mbox, SMALL, false);
        var scan = HostileScan.ofUpload(Files.newInputStream(mbox));
        assertThat(scan.harmless()).isEqualTo(numbers(SMALL));
    }

    @Test
    void losesNoNeighbourInAZip() throws IOException {
        var zip = new ByteArrayOutputStream();
        Neighbours.zip(zip, SMALL);
        var scan = HostileScan.ofUpload(new ByteArrayInputStream(zip.toByteArray()));
        assertThat(scan.harmless()).isEqualTo(numbers(SMALL));
        assertThat(scan.readings()).isGreaterThanOrEqualTo(2 * SMALL.size());
    }

    private static String complete(List<HostileMessage> messages) {
        return 2 * messages.size() + 1 + " " + numbers(messages);
    }

    private static List<Integer> numbers(List<HostileMessage> messages) {
        return IntStream.rangeClosed(0, messages.size()).boxed().toList();
    }

    private List<String> scannedWithLittleMemory(Path mbox, Path folder) throws IOException, InterruptedException {
        var outcome = temp.resolve("outcome");
        var log = temp.resolve("log");
        var scan = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileScan.class.getName(),
                        outcome.toString(),
                        mbox.toString(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(scan.waitFor()).as(Files.readString(log)).isZero();
        return Files.readAllLines(outcome);
    }
}
