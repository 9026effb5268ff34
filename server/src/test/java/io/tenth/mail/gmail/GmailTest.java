package io.tenth.mail.gmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.mail.CallLimit;
import io.tenth.mail.Connection;
import io.tenth.mail.MailServiceContract;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailServiceException.Reconnect;
import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.oauth.FakeProvider;
import io.tenth.mail.oauth.FakeProvider.Trouble;
import io.tenth.mail.oauth.ProviderContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GmailTest extends ProviderContract {

    private final FakeGmail gmail = new FakeGmail();

    @Override
    protected FakeProvider provider() {
        return gmail;
    }

    @Override
    protected boolean hasASearchOfItsOwn() {
        return true;
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
                assertThat(grant.accessToken()).isNotEqualTo(((Connection.Grant) stand().connection()).accessToken());
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
            assertThat(session.sentSince(since, List.of("thre"), null).references())
                    .as("Gmail knows whole words alone")
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

    @Test
    void paysWhatGoogleCounts() throws MailServiceException {
        send("1", "2", "3");
        gmail.limit(new CallLimit(1_000, 1, Duration.ofHours(1)));
        var paid = new AtomicInteger();
        try (var session = gmail.service().open(stand().connection(), paid::addAndGet)) {
            subjects(session, session.sentSince(NOW.minus(Duration.ofDays(30)), null));
        }

        assertThat(gmail.quota().granted()).isEqualTo(1 + 1 + 5 + 3 * 20);
        assertThat(paid).hasValue(1 + 1 + 5 + 3 * 20);
    }

    private static String problem(String reason) {
        return "{\"error\": {\"errors\": [{\"reason\": \"%s\"}]}}".formatted(reason);
    }
}
