package io.tenth.mail.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.mail.Connection;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.CursorExpired;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.oauth.FakeProvider;
import io.tenth.mail.oauth.FakeProvider.Trouble;
import io.tenth.mail.oauth.ProviderContract;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphTest extends ProviderContract {

    private final FakeGraph graph = new FakeGraph();

    @Override
    protected FakeProvider provider() {
        return graph;
    }

    @Test
    void keepsTheRefreshTokenThatReplacesTheOld() throws MailServiceException {
        graph.endAccessTokens();

        try (var session = open()) {
            assertThat(session.renewed())
                    .hasValueSatisfying(renewed -> assertThat(((Connection.Grant) renewed).refreshToken())
                            .isNotEqualTo(((Connection.Grant) stand().connection()).refreshToken()));
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
}
