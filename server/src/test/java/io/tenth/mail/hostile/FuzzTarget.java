package io.tenth.mail.hostile;

import io.tenth.mail.MailLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the fuzzer enters: its bytes are a message, an mbox or a zip. The limits are small, so that it finds its way to them.
 * CONTRIBUTING.md has the command.
 */
public final class FuzzTarget {

    static final MailLimits LIMITS = new MailLimits(32 * 1024, 24 * 1024, 16 * 1024, 6, 24, 40, 4 * 1024, 1_000);

    private FuzzTarget() {}

    /** Called by the fuzzer, by this name, before its clock runs: what is loaded first is instrumented, which takes longer than any input. */
    public static void fuzzerInitialize() {
        seeds().forEach(FuzzTarget::fuzzerTestOneInput);
    }

    /** Called by the fuzzer, by this name. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        new ReaderPromises(LIMITS).hold(bytes);
    }

    /** Writes what the fuzzer starts from into the folder that is named. */
    public static void main(String[] folder) throws IOException {
        var path = Files.createDirectories(Path.of(folder[0]));
        var number = 0;
        for (var seed : seeds()) {
            Files.write(path.resolve("hostile-" + number++), seed);
        }
    }

    /** The small messages of the collection. */
    static List<byte[]> seeds() {
        return HostileMail.all().stream()
                .filter(message -> !message.kind().equals("bombs"))
                .map(HostileMessage::bytes)
                .toList();
    }
}
