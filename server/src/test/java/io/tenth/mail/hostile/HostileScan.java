package io.tenth.mail.hostile;

import io.tenth.mail.MailLimits;
import io.tenth.mail.MailReading;
import io.tenth.mail.MailSource;
import io.tenth.mail.file.MailFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A scan of a file or folder of hostile mail, as a program of its own so that its memory can be small.
 *
 * @param harmless the numbers of the harmless messages, in the order in which they were read
 */
record HostileScan(int readings, List<Integer> harmless) {

    /** Scans the paths that are named and writes the outcome of each to the file that is named first, a line each. */
    public static void main(String[] paths) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i < paths.length; i++) {
            try (MailSource source = new MailFiles(MailLimits.DEFAULT).open(Path.of(paths[i]))) {
                var scan = of(source);
                lines.add(scan.readings() + " " + scan.harmless());
            }
        }
        Files.write(Path.of(paths[0]), lines);
    }

    static HostileScan ofUpload(InputStream in) throws IOException {
        try (MailSource source = new MailFiles(MailLimits.DEFAULT).open(in, "upload")) {
            return of(source);
        }
    }

    private static HostileScan of(MailSource source) throws IOException {
        var promises = new ReaderPromises(MailLimits.DEFAULT);
        List<Integer> harmless = new ArrayList<>();
        int readings = 0;
        for (var next = source.next(); next.isPresent(); next = source.next()) {
            promises.check(next.get(), readings++);
            if (next.get() instanceof MailReading.Readable read
                    && read.message().subject().startsWith("harmless ")) {
                var number = read.message().subject().substring("harmless ".length());
                harmless.add(
                        read.message().body().strip().equals("Spent " + number + " hours.")
                                ? Integer.parseInt(number)
                                : -1);
            }
        }
        return new HostileScan(readings, harmless);
    }
}
