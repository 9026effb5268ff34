package io.tenth.mail.gmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.mail.CallLimit;
import io.tenth.mail.Connection;
import io.tenth.mail.MailService;
import io.tenth.mail.MailServiceContract;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailServiceException.Reconnect;
import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.MailSession.Fetched;
import io.tenth.mail.SampleMessage;
import io.tenth.mail.oauth.FakeProvider.Trouble;
import io.tenth.mail.oauth.ProviderStand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GmailTest extends MailServiceContract {

    private FakeGmail gmail;
    private Own stand;

    @BeforeEach
    void start() {
        gmail = new FakeGmail();
        stand = new Own(gmail);
    }

    @AfterEach
    void stop() {
        gmail.close();
    }

    @Override
    protected Stand stand() {
        return stand;
    }

    @Test
    void renewsAnAccessTokenThatHasEnded() throws MailServiceException {
        send("one", "two");
        gmail.endAccessTokens();

        try (var session = open()) {
            var references = all(session.sentSince(NOW.minus(Duration.ofDays(30)), null), session);
            gmail.endAccessTokens();

            assertThat(session.fetch(references))
                    .extracting(MailServiceContract::subject)
                    .containsExactly("two", "one");
            assertThat(session.renewed()).hasValueSatisfying(renewed -> {
                var grant = (Connection.Grant) renewed;
                assertThat(grant.accessToken()).isNotEqualTo(((Connection.Grant) stand.connection()).accessToken());
                assertThat(grant.account()).isEqualTo("dana@firm.example");
            });
        }
    }

    @Test
    void tellsTooMuchFromForbidden() {
        gmail.fail(new Trouble("profile", 403, problem("rateLimitExceeded"), Map.of()));
        assertThatExceptionOfType(Throttled.class).isThrownBy(this::open);
        gmail.fail(new Trouble("profile", 429, problem("rateLimitExceeded"), Map.of("Retry-After", "7")));
        assertThatExceptionOfType(Throttled.class)
                .isThrownBy(this::open)
                .satisfies(much -> assertThat(much.retryAfter()).contains(Duration.ofSeconds(7)));
        gmail.fail(new Trouble("profile", 403, problem("insufficientPermissions"), Map.of()));
        assertThatExceptionOfType(Impossible.class).isThrownBy(this::open);
        gmail.fail(new Trouble("profile", 500, "<p>oops", Map.of()));
        assertThatExceptionOfType(Unavailable.class).isThrownBy(this::open);
        gmail.fail(new Trouble("profile", 200, "<p>oops", Map.of()));
        assertThatExceptionOfType(Unavailable.class).isThrownBy(this::open);
    }

    @Test
    void asksForTheWordsAlone() throws MailServiceException {
        send("one", "two", "three");
        try (var session = open()) {
            var since = NOW.minus(Duration.ofDays(30));
            assertThat(session.sentSince(since, List.of("t\"wo", "\""), null).references())
                    .hasSize(1);
            assertThat(session.sentSince(since, List.of("two", "three"), null).references())
                    .isEmpty();
        }
    }

    @Test
    void takesABrokenSignInForNoRevokedOne() {
        gmail.endAccessTokens();
        gmail.fail(new Trouble("/token", 503, "", Map.of()));

        assertThatExceptionOfType(Unavailable.class).isThrownBy(this::open);
        gmail.revoke();
        assertThatExceptionOfType(Reconnect.class).isThrownBy(this::open);
    }

    @Test
    void asksOnlyForWhatIsLeftAfterAPartHasFailed() throws MailServiceException {
        send("1", "2", "3", "4", "5");
        try (var session = open()) {
            var references = all(session.sentSince(NOW.minus(Duration.ofDays(30)), null), session);
            gmail.fail(new Trouble("/messages/", 500, "", Map.of()));
            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> session.fetch(references));
            var before = session.calls();

            assertThat(session.fetch(references))
                    .extracting(MailServiceContract::subject)
                    .containsExactly("5", "4", "3", "2", "1");

            assertThat(session.calls() - before).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 500})
    void readsTheOthersWhereOneMessageIsNeverGivenOut(int status) throws MailServiceException {
        send("1", "2", "3");
        try (var session = open()) {
            var references = all(session.sentSince(NOW.minus(Duration.ofDays(30)), null), session);
            var poisoned = references.get(1);
            for (var number = 0; number < 2; number++) {
                gmail.fail(new Trouble("/messages/" + poisoned.key(), status, "{}", Map.of()));
            }
            if (status == 500) {
                assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> session.fetch(references));
            }

            var fetched = session.fetch(references);

            assertThat(subject(fetched.getFirst())).isEqualTo("3");
            assertThat(fetched.get(1))
                    .isInstanceOfSatisfying(
                            Fetched.Refused.class,
                            refused -> assertThat(refused.lasting()).isFalse());
            assertThat(subject(fetched.getLast())).isEqualTo("1");
        }
    }

    @Test
    void takesAMailboxOfWhichNothingIsGivenOutForForbidden() throws MailServiceException {
        send("1", "2");
        try (var session = open()) {
            var references = all(session.sentSince(NOW.minus(Duration.ofDays(30)), null), session);
            gmail.fail(new Trouble("/messages/", 403, "{}", Map.of()));
            gmail.fail(new Trouble("/messages/", 403, "{}", Map.of()));

            assertThatExceptionOfType(Impossible.class).isThrownBy(() -> session.fetch(references));
        }
    }

    @Test
    void holdsOneHeavyMessageAtATime() throws MailServiceException {
        var heavy = new byte[3 << 20];
        gmail.send("light", NOW.minusSeconds(1), SampleMessage.of("light", NOW));
        gmail.send("heavy", NOW.minusSeconds(2), heavy);
        gmail.send("heavy too", NOW.minusSeconds(3), heavy);
        gmail.send("light too", NOW.minusSeconds(4), SampleMessage.of("light too", NOW));
        try (var session = open()) {
            var references = all(session.sentSince(NOW.minus(Duration.ofDays(30)), null), session);

            assertThat(session.fetch(references)).extracting(Fetched::bytes).hasSize(1);
            assertThat(session.fetch(references.subList(1, 4)))
                    .extracting(Fetched::bytes)
                    .containsExactly((long) heavy.length);
            var before = session.calls();
            assertThat(session.fetch(references.subList(2, 4)))
                    .extracting(Fetched::reference)
                    .isEqualTo(references.subList(2, 4));
            assertThat(session.calls() - before)
                    .as("the light one was there already")
                    .isEqualTo(1);
        }
    }

    @Test
    void paysWhatGoogleCounts() throws MailServiceException {
        send("1", "2", "3");
        gmail.limit(new CallLimit(1_000, 1, Duration.ofHours(1)));
        var paid = new AtomicInteger();
        try (var session = gmail.service().open(stand.connection(), paid::addAndGet)) {
            subjects(session, session.sentSince(NOW.minus(Duration.ofDays(30)), null));
        }

        assertThat(gmail.quota().granted()).isEqualTo(1 + 1 + 5 + 3 * 20);
        assertThat(paid).hasValue(1 + 1 + 5 + 3 * 20);
    }

    private static String problem(String reason) {
        return "{\"error\": {\"errors\": [{\"reason\": \"%s\"}]}}".formatted(reason);
    }

    private static final class Own extends ProviderStand {

        private final FakeGmail gmail;

        private Own(FakeGmail gmail) {
            super(gmail);
            this.gmail = gmail;
        }

        @Override
        public MailService service() {
            return gmail.service();
        }

        @Override
        public boolean forgetCursors() {
            gmail.forgetHistory();
            return true;
        }
    }
}
