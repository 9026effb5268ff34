package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tenth.ServerTest;
import io.tenth.mail.Connecting;
import io.tenth.mail.Connection;
import io.tenth.mail.FakeMail;
import io.tenth.mail.MailboxKind;
import io.tenth.mail.NewMailbox;
import io.tenth.shared.ScanId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What an operator reads of a job that failed. */
class JobLogTest extends ServerTest {

    private static final String PRIVATE = "Dear Imogen, about the Halloran settlement";

    @Autowired
    private Connecting connecting;

    @Autowired
    private Scans scans;

    @Test
    @Timeout(60)
    void namesAFailedJobOnceUnderItsRequestAndSaysNothingOfTheMail() throws Exception {
        var account = newPerson();
        var token = UUID.randomUUID().toString();
        var hasFailed = new AtomicBoolean();
        FakeMail.box(token).add("one", "Subject: Harrow\n\nNothing.", clock().instant());
        FakeMail.box(token).beforeFetch(() -> {
            if (!hasFailed.getAndSet(true)) {
                throw new IllegalStateException(PRIVATE, new IllegalArgumentException(PRIVATE));
            }
        });
        var mailbox = connecting.connect(
                new NewMailbox("Work", MailboxKind.GRAPH, new Connection.Grant(token, null, null, null)),
                account.person());
        var heard = new ListAppender<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                event.prepareForDeferredProcessing();
                super.append(event);
            }
        };
        heard.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(heard);
        try {
            var started = api(account)
                    .with("X-Request-ID", "asked-by-" + token)
                    .post("/api/mailboxes/" + mailbox.value() + "/scans", "{\"max_emails\": 40}");
            var scan = new ScanId(UUID.fromString(started.text("/scan_id")));
            while (!scans.one(scan, account.person()).state().isOver()) {
                new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
            }
        } finally {
            root.detachAppender(heard);
        }

        var events = List.copyOf(heard.list);
        assertThat(events)
                .filteredOn(event -> event.getFormattedMessage()
                                .contains(account.id().value().toString())
                        && event.getLevel().isGreaterOrEqual(Level.WARN))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getMDCPropertyMap()).containsEntry("request_id", "asked-by-" + token);
                    assertThat(event.getFormattedMessage())
                            .contains(
                                    "failed, 1 times in a row", "IllegalStateException at io.tenth.capture.JobLogTest");
                });
        assertThat(events)
                .noneMatch(event -> event.getFormattedMessage().contains(PRIVATE) || event.getThrowableProxy() != null);
    }
}
