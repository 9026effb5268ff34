package io.tenth.mail.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.extraction.BodyFormat;
import io.tenth.extraction.Inspection;
import io.tenth.mail.MailLimits;
import io.tenth.mail.MailMessage;
import io.tenth.mail.MailParser;
import io.tenth.mail.MailReading;
import io.tenth.mail.MailReading.Readable;
import io.tenth.mail.MailReading.Unreadable;
import io.tenth.mail.hostile.HostileMessage.Expected;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message of the collection by itself: it becomes what is written beside it, on a small stack and with little memory. */
class HostileCollectionTest {

    private static final int SMALL_STACK = 256 * 1024;
    private static final long ALLOCATED_AT_MOST = 400L << 20;

    private final MailParser parser = new MailParser(MailLimits.DEFAULT);

    static List<HostileMessage> messages() {
        return HostileMail.all();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void becomesWhatIsExpectedOfIt(HostileMessage message) throws InterruptedException {
        var bytes = message.bytes();
        var reading = onASmallStack(bytes);
        new ReaderPromises(MailLimits.DEFAULT).check(reading, 7);
        switch (message.expected()) {
            case Expected.Refused refused ->
                assertThat(reading)
                        .isInstanceOfSatisfying(
                                Unreadable.class,
                                unreadable -> assertThat(unreadable.reason()).contains(refused.reason()));
            case Expected.Read read ->
                assertThat(reading).isInstanceOfSatisfying(Readable.class, readable -> check(readable.message(), read));
        }
    }

    @Test
    void holdsAtLeastThreeHundredMessagesOfDifferentNames() {
        var names = messages().stream().map(HostileMessage::toString).toList();
        assertThat(names).hasSizeGreaterThan(300).doesNotHaveDuplicates();
    }

    /** A recursion as deep as the attacker likes, and memory out of proportion to the message, show here. */
    private MailReading onASmallStack(byte[] bytes) throws InterruptedException {
        var read = new Read(bytes);
        var thread = new Thread(null, read, "hostile", SMALL_STACK);
        thread.start();
        thread.join();
        assertThat(read.fault).isNull();
        assertThat(read.allocated).isLessThan(ALLOCATED_AT_MOST);
        return Objects.requireNonNull(read.reading);
    }

    private final class Read implements Runnable {

        private final byte[] bytes;
        private MailReading reading;
        private Error fault;
        private long allocated;

        Read(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void run() {
            var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            var before = memory.getCurrentThreadAllocatedBytes();
            try {
                reading = parser.parse(7, "here", bytes, null);
            } catch (StackOverflowError | OutOfMemoryError e) {
                fault = e;
            }
            allocated = memory.getCurrentThreadAllocatedBytes() - before;
        }
    }

    private static void check(MailMessage message, Expected.Read expected) {
        Map<String, Function<MailMessage, String>> parts = Map.of(
                "subject", MailMessage::subject,
                "from", MailMessage::from,
                "to", MailMessage::to,
                "id", MailMessage::identity,
                "sent", sent -> sent.sentAt().toString(),
                "body", body -> body.body().strip(),
                "own", HostileCollectionTest::own);
        expected.exact()
                .forEach((what, value) ->
                        assertThat(parts.get(what).apply(message)).as(what).isEqualTo(value));
        expected.holds().forEach(piece -> assertThat(message.body()).contains(piece));
        if (!expected.lacks().isEmpty()) {
            var all = parts.keySet().stream()
                    .map(what -> parts.get(what).apply(message))
                    .collect(Collectors.joining("\n"));
            assertThat(all).doesNotContain(expected.lacks());
        }
    }

    private static String own(MailMessage message) {
        return Inspection.ownText(message.body(), message.html() ? BodyFormat.HTML : BodyFormat.PLAIN)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
