package io.tenth.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tenth.TestClock;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.MailSession.Reference;
import io.tenth.mail.gmail.FakeGmail;
import io.tenth.mail.oauth.FakeProvider;
import io.tenth.mail.oauth.FakeProvider.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RemoteSessionTest {

    private final TestClock clock = TestClock.standing();
    private final RemoteLine line = new RemoteLines(clock, new SimpleMeterRegistry())
            .to(MailboxKind.GMAIL, new Connection.Grant("refresh", null, null, null), "one", clock::advance);
    private final FakeGmail gmail = new FakeGmail();
    private final List<Connection> kept = new ArrayList<>();

    @AfterEach
    void stop() {
        gmail.close();
    }

    @Test
    void readsOnThroughErrorsAndRefusals() throws MailServiceException {
        for (var number = 0; number < 12; number++) {
            gmail.send("number " + number, Instant.ofEpochSecond(1_000 + number), SampleMessage.of("x", Instant.EPOCH));
        }
        try (var session = ofGmail(gmail.grant())) {
            gmail.fail(new Trouble("messages", 500, "", Map.of()));
            gmail.fail(new Trouble("messages", 429, "", Map.of("Retry-After", "3")));
            var references = session.sentSince(Instant.EPOCH, null).references();
            gmail.fail(new Trouble("messages/", 403, tooMuch(), Map.of()));
            gmail.fail(new Trouble("messages/", 503, "", Map.of()));
            gmail.endAccessTokens();

            assertThat(session.fetch(references))
                    .hasSize(10)
                    .allSatisfy(fetched -> assertThat(fetched).isInstanceOf(MailSession.Fetched.Raw.class));
        }
        assertThat(clock.instant()).isAfterOrEqualTo(Instant.ofEpochSecond(3));
    }

    @Test
    void keepsNewTokensAsSoonAsItHasThem() throws MailServiceException {
        var grant = gmail.grant();
        try (var session = ofGmail(grant)) {
            session.sentSince(Instant.EPOCH, null);
            assertThat(kept).hasSize(1);
            gmail.endAccessTokens();
            session.sentSince(Instant.EPOCH, null);

            assertThat(kept).hasSize(2);
            assertThat(((Connection.Grant) kept.getLast()).accessToken()).isNotEqualTo(grant.accessToken());
        }
    }

    @Test
    void offersNewTokensAgainThatCouldNotBeKept() throws MailServiceException {
        var offered = new ArrayList<Connection>();
        Consumer<Connection> failsAtFirst = renewed -> {
            offered.add(renewed);
            if (offered.size() == 1) {
                throw new IllegalStateException("the database is away");
            }
        };
        var grant = gmail.grant().withAccount(FakeProvider.PERSON);
        try (var session = new RemoteSession(line, () -> gmail.service().open(grant), false, failsAtFirst)) {
            gmail.endAccessTokens();
            assertThatIllegalStateException().isThrownBy(() -> session.sentSince(Instant.EPOCH, null));
            session.sentSince(Instant.EPOCH, null);
            session.sentSince(Instant.EPOCH, null);
        }

        assertThat(offered).hasSize(2);
    }

    @Test
    void saysThatTheProviderIsAwayAndSoonAsksItNoMore() throws MailServiceException {
        try (var session = ofGmail(gmail.grant())) {
            gmail.close();

            for (var number = 0; number < 20; number++) {
                assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> session.sentSince(Instant.EPOCH, null));
            }

            assertThat(session.calls()).isLessThanOrEqualTo(12);
        }
    }

    @Test
    void opensAConnectionThatBrokeAnew() throws MailServiceException {
        var opened = new ArrayList<Breaking>();
        RemoteSession.Opener opener = () -> {
            opened.add(new Breaking(opened.isEmpty()));
            return opened.getLast();
        };

        try (var session = new RemoteSession(line, opener, true, kept::add)) {
            assertThat(session.fetch(List.of())).isEmpty();
            assertThat(session.calls()).isEqualTo(2);
        }

        assertThat(opened)
                .hasSize(2)
                .allSatisfy(session -> assertThat(session.closed).isTrue());
    }

    private RemoteSession ofGmail(Connection.Grant grant) throws MailServiceException {
        return new RemoteSession(line, () -> gmail.service().open(grant), false, kept::add);
    }

    private static String tooMuch() {
        return "{\"error\": {\"errors\": [{\"reason\": \"userRateLimitExceeded\"}]}}";
    }

    /** A session of which the connection may be broken. */
    private static final class Breaking implements MailSession {

        private final boolean broken;
        private boolean closed;

        private Breaking(boolean broken) {
            this.broken = broken;
        }

        @Override
        public Listing sentSince(Instant since, @Nullable String page) {
            return new Listing(List.of(), null, null);
        }

        @Override
        public Listing addedAfter(String cursor, @Nullable String page) {
            return new Listing(List.of(), null, null);
        }

        @Override
        public List<Fetched> fetch(List<Reference> references) throws MailServiceException {
            if (broken) {
                throw new Unavailable("The connection broke.");
            }
            return List.of();
        }

        @Override
        public int fetchSize() {
            return 1;
        }

        @Override
        public int calls() {
            return 1;
        }

        @Override
        public Optional<Connection> renewed() {
            return Optional.empty();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
