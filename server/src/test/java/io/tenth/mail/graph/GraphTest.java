package io.tenth.mail.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.mail.Connection;
import io.tenth.mail.MailService;
import io.tenth.mail.MailServiceContract;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.CursorExpired;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.MailSession.Fetched;
import io.tenth.mail.SampleMessage;
import io.tenth.mail.oauth.FakeProvider.Trouble;
import io.tenth.mail.oauth.ProviderStand;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphTest extends MailServiceContract {

    private FakeGraph graph;
    private Own stand;

    @BeforeEach
    void start() {
        graph = new FakeGraph();
        stand = new Own(graph);
    }

    @AfterEach
    void stop() {
        graph.close();
    }

    @Override
    protected Stand stand() {
        return stand;
    }

    @Test
    void keepsTheRefreshTokenThatReplacesTheOld() throws MailServiceException {
        graph.endAccessTokens();

        try (var session = open()) {
            assertThat(session.renewed())
                    .hasValueSatisfying(renewed -> assertThat(((Connection.Grant) renewed).refreshToken())
                            .isNotEqualTo(((Connection.Grant) stand.connection()).refreshToken()));
        }
    }

    @Test
    void waitsAsLongAsItIsTold() {
        for (var status : new int[] {429, 503}) {
            graph.fail(new Trouble("/me", status, "{}", Map.of("Retry-After", "12")));

            assertThatExceptionOfType(Throttled.class)
                    .isThrownBy(this::open)
                    .satisfies(much -> assertThat(much.retryAfter()).contains(Duration.ofSeconds(12)));
        }
    }

    @Test
    void tellsABreakdownFromARefusal() {
        graph.fail(new Trouble("/me", 500, "<p>oops", Map.of()));
        assertThatExceptionOfType(Unavailable.class).isThrownBy(this::open);
        graph.fail(new Trouble("/me", 403, "{\"error\": {\"code\": \"ErrorAccessDenied\"}}", Map.of()));
        assertThatExceptionOfType(Impossible.class).isThrownBy(this::open);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 500})
    void readsTheOthersWhereOneMessageIsNeverGivenOut(int status) throws MailServiceException {
        send("1", "2", "3");
        try (var session = open()) {
            var references = all(session.sentSince(NOW.minus(Duration.ofDays(30)), null), session);
            var poisoned = references.get(1);
            for (var number = 0; number < 2; number++) {
                graph.fail(new Trouble("/messages/" + poisoned.key(), status, "{}", Map.of()));
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
            graph.fail(new Trouble("/messages/", 403, "{}", Map.of()));
            graph.fail(new Trouble("/messages/", 403, "{}", Map.of()));

            assertThatExceptionOfType(Impossible.class).isThrownBy(() -> session.fetch(references));
        }
    }

    @Test
    void holdsOneHeavyMessageAtATime() throws MailServiceException {
        var heavy = new byte[3 << 20];
        graph.send("light", NOW.minusSeconds(1), SampleMessage.of("light", NOW));
        graph.send("heavy", NOW.minusSeconds(2), heavy);
        graph.send("heavy too", NOW.minusSeconds(3), heavy);
        graph.send("light too", NOW.minusSeconds(4), SampleMessage.of("light too", NOW));
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
    void showsItsGrantToNobodyElse() throws MailServiceException {
        try (var session = open()) {
            for (var elsewhere : new String[] {
                "https://graph.elsewhere.example/v1.0/me/x", graph.at("") + "@elsewhere.example/v1.0/me/x"
            }) {
                assertThatExceptionOfType(CursorExpired.class).isThrownBy(() -> session.addedAfter(elsewhere, null));
            }
        }
    }

    private static final class Own extends ProviderStand {

        private final FakeGraph graph;

        private Own(FakeGraph graph) {
            super(graph);
            this.graph = graph;
        }

        @Override
        public MailService service() {
            return graph.service();
        }

        @Override
        public boolean forgetCursors() {
            graph.forgetDeltas();
            return true;
        }
    }
}
