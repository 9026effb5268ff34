package io.tenth.mail.hostile;

import io.tenth.mail.MailLimits;
import io.tenth.mail.MailMessage;
import io.tenth.mail.MailParser;
import io.tenth.mail.MailReading;
import io.tenth.mail.MailSource;
import io.tenth.mail.file.MailFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the reader promises of any bytes: it answers, the same each time, within its limits, with texts that a store takes and a
 * terminal shows. The collection and the fuzzer hold it to them.
 */
final class ReaderPromises {

    private final MailLimits limits;

    ReaderPromises(MailLimits limits) {
        this.limits = limits;
    }

    /** The bytes as a message of a mailbox, and as a file that was uploaded. */
    void hold(byte[] bytes) {
        var parser = new MailParser(limits);
        var message = parser.parse(0, "here", bytes, null);
        check(message, 0);
        require(message.equals(parser.parse(0, "here", bytes, null)), "the same message is read otherwise");
        try {
            var all = readings(bytes, 0);
            require(all.equals(readings(bytes, 0)), "the same file is read otherwise");
            require(
                    all.subList(all.size() / 2, all.size()).equals(readings(bytes, all.size() / 2)),
                    "skipping loses one");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void check(MailReading reading, int position) {
        require(reading.position() == position, "the position");
        switch (reading) {
            case MailReading.Readable readable -> check(readable.message());
            case MailReading.Unreadable refused ->
                require(!refused.reason().contains("fault of the reader"), "a fault of the reader");
        }
    }

    private List<MailReading> readings(byte[] bytes, int skipped) throws IOException {
        List<MailReading> readings = new ArrayList<>();
        try (MailSource source = new MailFiles(limits).open(new ByteArrayInputStream(bytes), "upload")) {
            require(source.skip(skipped) == skipped, "skipping");
            for (var next = source.next(); next.isPresent(); next = source.next()) {
                check(next.get(), skipped + readings.size());
                readings.add(next.get());
            }
        }
        return readings;
    }

    private void check(MailMessage message) {
        for (var line : List.of(message.from(), message.to(), message.subject(), message.identity())) {
            require(line.chars().noneMatch(Character::isISOControl), "a control character in a header");
            require(line.length() <= 16 * 1024 + 2, "a header without end");
        }
        require(
                message.body().chars().allMatch(c -> c == '\n' || c == '\t' || !Character.isISOControl(c)),
                "a control character in the body");
        require(message.body().length() <= 2L * limits.textCharacters(), "a body without end");
        var year = message.sentAt().getYear();
        require(year >= 1970 && year < 2200, "a date that no store takes");
    }

    private static void require(boolean kept, String promise) {
        if (!kept) {
            throw new IllegalStateException("the reader broke a promise: " + promise);
        }
    }
}
