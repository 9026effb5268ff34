package io.tenth.mail.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.mail.MailServiceContract;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.MailSession.Fetched;
import io.tenth.mail.SampleMessage;
import io.tenth.mail.oauth.FakeProvider.Trouble;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What services alike do that are reached by a grant, over HTTP. */
public abstract class ProviderContract extends MailServiceContract {

    private Stand stand;

    /** The provider of one test. */
    protected abstract FakeProvider provider();

    @Override
    protected final Stand stand() {
        return stand;
    }

    @BeforeEach
    void start() {
        stand = new ProviderStand(provider());
    }

    @AfterEach
    void stop() {
        provider().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 500})
    void readsTheOthersWhereOneMessageIsNeverGivenOut(int status) throws MailServiceException {
        send("1", "2", "3");
        try (var session = open()) {
            var references = all(session.sentSince(NOW.minus(Duration.ofDays(30)), null), session);
            var poisoned = references.get(1);
            for (var number = 0; number < 2; number++) {
                provider().fail(new Trouble("/messages/" + poisoned.key(), status, "{}", Map.of()));
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
            provider().fail(new Trouble("/messages/", 403, "{}", Map.of()));
            provider().fail(new Trouble("/messages/", 403, "{}", Map.of()));

            assertThatExceptionOfType(Impossible.class).isThrownBy(() -> session.fetch(references));
        }
    }

    @Test
    void holdsOneHeavyMessageAtATime() throws MailServiceException {
        var heavy = new byte[3 << 20];
        provider().send("light", NOW.minusSeconds(1), SampleMessage.of("light", NOW));
        provider().send("heavy", NOW.minusSeconds(2), heavy);
        provider().send("heavy too", NOW.minusSeconds(3), heavy);
        provider().send("light too", NOW.minusSeconds(4), SampleMessage.of("light too", NOW));
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
}
