package io.tenth.mail.file;

import io.tenth.mail.MailMessage;
import io.tenth.mail.MailReading;
import io.tenth.mail.MailReading.Readable;
import io.tenth.mail.MailReading.Unreadable;
import io.tenth.mail.MailSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Readings as text, for comparison with an expected result that a person can read. */
final class Rendering {

    private Rendering() {}

    static List<MailReading> readAll(MailSource source) throws IOException {
        List<MailReading> readings = new ArrayList<>();
        try (source) {
            for (Optional<MailReading> next = source.next(); next.isPresent(); next = source.next()) {
                readings.add(next.get());
            }
        }
        return readings;
    }

    static String of(List<MailReading> readings) {
        return readings.isEmpty()
                ? "no message\n"
                : readings.stream().map(Rendering::of).collect(Collectors.joining());
    }

    private static String of(MailReading reading) {
        return switch (reading) {
            case Readable read -> "== " + read.position() + "\n" + of(read.message());
            case Unreadable refused ->
                "== " + refused.position() + " unreadable\nlocation: " + refused.location() + "\nreason: "
                        + refused.reason() + "\n";
        };
    }

    private static String of(MailMessage message) {
        return "id: " + message.messageId() + "\nfrom: " + message.from() + "\nto: " + message.to() + "\nsubject: "
                + message.subject() + "\nsent: " + message.sentAt() + "\n" + (message.html() ? "html" : "plain")
                + ":\n" + message.body() + "\n";
    }
}
