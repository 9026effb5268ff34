package io.tenth.benchmark;

import io.tenth.extraction.SentMessage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.mboxiterator.MboxIterator;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;

/**
 * What it takes to get from a file of mail to stored, sealed, audited proposals: the packaged server on a database of its own,
 * first cold and then with everything seen before, beside a program that only cuts the same file apart and decodes it with the
 * same library. It prints figures; nothing is asserted.
 */
public final class Capture {

    private static final int ROUNDS = 3;

    private Capture() {}

    /** Takes the number of messages and the folder of the packaged server. */
    public static void main(String[] arguments) throws Exception {
        var messages = Integer.parseInt(arguments[0]);
        var folder = Files.createTempDirectory("capture");
        try (var server = ServerUnderLoad.start(Path.of(arguments[1]), folder)) {
            for (var round = 1; round <= ROUNDS; round++) {
                var mbox = write(folder.resolve("sent.mbox"), messages, round);
                var plain = rate(messages, readPlainly(mbox));
                var mailbox = server.newMailbox("round " + round);
                var before = server.peakMegabytes();
                var cold = rate(messages, server.scan(mbox, mailbox));
                var again = rate(messages, server.scan(mbox, mailbox));
                say(
                        "round %d, %d messages, %.1f MB: plain %,.0f/s  cold %,.0f/s (%.2f of plain)  seen before %,.0f/s (%.1f of cold)"
                                + "  peak memory %d MB, %d MB more than before",
                        round,
                        messages,
                        Files.size(mbox) / 1e6,
                        plain,
                        cold,
                        cold / plain,
                        again,
                        again / cold,
                        server.peakMegabytes(),
                        server.peakMegabytes() - before);
            }
        }
    }

    private static double rate(int messages, Duration took) {
        return messages * 1e9 / took.toNanos();
    }

    private static Duration readPlainly(Path mbox) throws IOException, MimeException {
        var begun = System.nanoTime();
        var bytes = 0L;
        for (var message : MboxIterator.fromFile(mbox.toFile())
                .charset(StandardCharsets.UTF_8)
                .build()) {
            var tokens = new MimeTokenStream();
            tokens.parse(message.asInputStream(StandardCharsets.UTF_8));
            while (tokens.getState() != EntityState.T_END_OF_STREAM) {
                if (tokens.getState() == EntityState.T_BODY) {
                    bytes += tokens.getDecodedInputStream().readAllBytes().length;
                }
                tokens.next();
            }
        }
        if (bytes == 0) {
            throw new IllegalStateException("the reader saw nothing");
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Other messages in each round: those of the last one are known. */
    private static Path write(Path file, int messages, int round) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            var number = 0;
            for (var message : MailText.messages(messages)) {
                out.write(text(message, round, number++));
            }
        }
        return file;
    }

    private static String text(SentMessage message, int round, int number) {
        return """
                From paul@firm.example Tue Mar 10 17:00:00 2026
                Message-ID: <%d.%d@firm.example>
                Date: %s
                From: %s
                To: %s
                Subject: %s
                Content-Type: text/plain; charset=utf-8

                %s

                """.formatted(
                        round,
                        number,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(message.sentAt()),
                        message.from(),
                        message.to(),
                        message.subject(),
                        message.body());
    }

    @SuppressWarnings("SystemOut") // a benchmark prints what it has measured
    private static void say(String format, Object... values) {
        PrintStream out = System.out;
        out.printf(format + "%n", values);
    }
}
