package io.tenth.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tenth.ServerTest;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.MailboxId;
import io.tenth.shared.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A service that never answers is waited for so long and no longer, whatever it was asked. */
@Timeout(60)
class DeadlineTest extends ServerTest {

    private static final Connection FOLDER = new Connection.Folder("dana");

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private CallBudgets budgets;

    private final Silent service = new Silent();
    private Actor.Person person;
    private RemoteMail remote;

    @BeforeEach
    void hurry() {
        person = newPerson().person();
        var services = new MailServices(
                new StaticListableBeanFactory(Map.of("silent", service)).getBeanProvider(MailService.class));
        var lines = new RemoteLines(kind -> Duration.ofMillis(100), Clock.systemUTC(), new SimpleMeterRegistry());
        remote = new RemoteMail(services, lines, budgets, mailboxes);
    }

    @Test
    void endsAConnectionThatNeverComesAbout() throws InterruptedException {
        service.opens.set(false);
        var asked = new NewMailbox("Scans", MailboxKind.FOLDER, FOLDER);

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> new Connecting(mailboxes, remote).connect(asked, person))
                .withMessage("The mail service did not answer in time.");

        service.letGo.await();
        assertThat(mailboxes.all(person)).isEmpty();
    }

    @Test
    void endsAFolderThatIsNeverListed() throws MailServiceException, InterruptedException {
        var folder = new Connected(MailboxId.next(), MailboxKind.FOLDER, FOLDER, new Version(1));
        try (var session = remote.open(folder, person)) {
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> session.sentSince(Instant.EPOCH, null))
                    .withMessage("The mail service did not answer in time.");

            service.letGo.await();
            assertThatExceptionOfType(Unavailable.class)
                    .as("nobody knows what it still does")
                    .isThrownBy(() -> session.fetch(List.of()));
        }
        assertThat(service.fetched).isFalse();
    }

    /** Opens at once, or never, and lists never. */
    private static final class Silent implements MailService, MailSession {

        private final CountDownLatch never = new CountDownLatch(1);
        private final CountDownLatch letGo = new CountDownLatch(1);
        private final AtomicBoolean opens = new AtomicBoolean(true);
        private final AtomicBoolean fetched = new AtomicBoolean();

        @Override
        public MailboxKind kind() {
            return MailboxKind.FOLDER;
        }

        @Override
        public MailSession open(Connection connection) throws MailServiceException {
            if (!opens.get()) {
                stand();
            }
            return this;
        }

        @Override
        public Listing sentSince(Instant since, @Nullable String page) throws MailServiceException {
            stand();
            return new Listing(List.of(), null, null);
        }

        @Override
        public Listing addedAfter(String cursor, @Nullable String page) throws MailServiceException {
            return sentSince(Instant.EPOCH, page);
        }

        @Override
        public List<Fetched> fetch(List<Reference> references) {
            fetched.set(true);
            return List.of();
        }

        @Override
        public int fetchSize() {
            return 1;
        }

        @Override
        public int calls() {
            return 0;
        }

        @Override
        public void close() {}

        private void stand() throws Unavailable {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                letGo.countDown();
                throw new Unavailable("stopped", stopped);
            }
        }
    }
}
