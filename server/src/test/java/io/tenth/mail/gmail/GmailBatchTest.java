package io.tenth.mail.gmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenth.mail.CallLimit;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Reconnect;
import io.tenth.mail.MailServiceException.Throttled;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.mail.MailSession;
import io.tenth.mail.MailSession.Fetched;
import io.tenth.mail.MailSession.Reference;
import io.tenth.mail.SampleMessage;
import io.tenth.mail.gmail.GmailCosts.Profile;
import io.tenth.mail.oauth.FakeProvider.Trouble;
import io.tenth.mail.oauth.Gathering;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of Gmail are had several by a call, and each by itself where that does not work. */
@Timeout(60)
class GmailBatchTest {

    private static final int HEAVY_ENOUGH = 600_000;

    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    private final FakeGmail gmail = new FakeGmail();

    @AfterEach
    void stop() {
        gmail.close();
    }

    @Test
    void asksForAsManyAtOnceAsAMinutesUnitsAllow() {
        assertThat(Profile.SINCE_2026_100.costs().together()).isEqualTo(10);
        assertThat(Profile.LEGACY_250.costs().together())
                .as("more than 50 are likely to be refused")
                .isEqualTo(50);
        assertThat(new GmailCosts(60, Duration.ofSeconds(1), 20, 5, 2, 1).together())
                .isEqualTo(1);
        assertThat(Profile.LEGACY_250.costs().limit().dearest())
                .as("a batch is paid at once")
                .isEqualTo(250);
    }

    @Test
    void getsMessagesByTheBatchAndPaysForEach() throws MailServiceException {
        send(25);
        try (var session = open()) {
            assertThat(all(session, listed(session))).isEqualTo(subjects(25));
            assertThat(session.calls()).isEqualTo(1 + 1 + 3 + 25);
        }

        assertThat(gmail.batches()).containsExactly(10, 10, 5);
        assertThat(gmail.quota().granted()).isEqualTo(1 + 1 + 3 * 5 + 25 * 20);
    }

    @Test
    void asksAgainForThoseAloneThatWereTooMuch() throws MailServiceException {
        send(5);
        try (var session = open()) {
            var references = listed(session);
            refuse(references.get(1), 429, Map.of("Retry-After", "3"));
            refuse(references.get(3), 403, Map.of("Retry-After", "7"));
            assertThatExceptionOfType(Throttled.class)
                    .isThrownBy(() -> session.fetch(references))
                    .satisfies(much -> assertThat(much.retryAfter())
                            .as("the longer of the two pauses")
                            .contains(Duration.ofSeconds(7)));
            var before = session.calls();

            assertThat(session.fetch(references))
                    .extracting(GmailBatchTest::subject)
                    .containsExactlyElementsOf(subjects(5));
            assertThat(session.calls() - before).isEqualTo(2);
        }
    }

    @Test
    void tellsOfEachMessageWhatBecameOfIt() throws MailServiceException {
        send(5);
        try (var session = open()) {
            var asked = new ArrayList<>(listed(session));
            gmail.delete("number 2");
            refuse(asked.get(3), 400, Map.of());
            asked.add(1, new Reference("no name/of <gmail>"));

            assertThat(session.fetch(asked))
                    .extracting(GmailBatchTest::subject)
                    .containsExactly(
                            "number 0", "gone", "number 1", "gone", "refused: Gmail does not give it out.", "number 4");
        }
    }

    @Test
    void renewsTheAccessTokenOnceWhereTheBatchOrACallInItIsNotLetIn() throws MailServiceException {
        send(4);
        try (var session = open()) {
            var references = listed(session);
            gmail.endAccessTokens();
            assertThat(session.fetch(references)).hasSize(4).allMatch(Fetched.Raw.class::isInstance);
            assertThat(session.renewed()).isPresent();

            refuse(references.get(2), 401, Map.of());
            assertThat(session.fetch(references)).hasSize(4).allMatch(Fetched.Raw.class::isInstance);

            gmail.revoke();
            assertThatExceptionOfType(Reconnect.class).isThrownBy(() -> session.fetch(references));
        }
    }

    @Test
    void holdsNoMoreThanThereIsRoomForAndAsksForFewerThen() throws MailServiceException {
        for (var number = 0; number < 20; number++) {
            gmail.send("big " + number, now.minusSeconds(number), new byte[HEAVY_ENOUGH]);
        }
        try (var session = open()) {
            var left = listed(session);
            while (!left.isEmpty()) {
                var asked = left.subList(0, Math.min(session.fetchSize(), left.size()));
                var fetched = session.fetch(asked);
                assertThat(fetched).extracting(Fetched::bytes).isNotEmpty().containsOnly((long) HEAVY_ENOUGH);
                assertThat(fetched.stream().mapToLong(Fetched::bytes).sum())
                        .as("the least room, and the first in turn where it was not among those that came")
                        .isLessThanOrEqualTo(3L * Gathering.LIGHT);
                left = left.subList(fetched.size(), left.size());
            }
        }

        assertThat(gmail.batches().getFirst()).isEqualTo(10);
        assertThat(gmail.batches().stream().skip(1)).isNotEmpty().allMatch(calls -> calls < 6);
    }

    /** As a batch does that is too much for the service or for the way to it, however often it is sent. */
    @Test
    void comesDownToSingleMessagesWhereBatchesFail() throws MailServiceException {
        send(10);
        try (var session = open()) {
            var references = listed(session);
            for (var tries = 0; tries < 2; tries++) {
                gmail.fail(new Trouble("/batch", 503, "", Map.of()));
                assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> session.fetch(references));
            }
            gmail.fail(new Trouble("/batch", 503, "", Map.of()));

            assertThat(all(session, references)).isEqualTo(subjects(10));
        }
        assertThat(gmail.batches()).as("the third was never sent").isEmpty();
    }

    @Test
    void keepsWhatHadComeOfAnAnswerThatBreaksOff() throws MailServiceException {
        send(3);
        try (var session = open()) {
            var references = listed(session);
            gmail.fail(new Trouble(
                    "/batch",
                    200,
                    part(references.get(2), 200, "{\"raw\": \"" + "U3ViamVjdDogd2hvbGU=\"}")
                            + part(references.getFirst(), 200, "{\"raw\": \"U3ViamVjd"),
                    Map.of("Content-Type", "multipart/mixed; boundary=b")));
            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> session.fetch(references));
            var before = session.calls();

            assertThat(session.fetch(references))
                    .extracting(GmailBatchTest::subject)
                    .containsExactly("number 0", "number 1", "whole");
            assertThat(session.calls() - before).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"this\": \"is no batch\"}",
                "--b\r\nContent-Type: application/http\r\nContent-ID: <response-x>\r\n\r\nno status\r\n\r\n--b--",
                "--b\r\nContent-Type: application/http\r\nContent-ID: <response-of-another>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}\r\n--b--",
                "no boundary at all"
            })
    void getsThemOneByOneWhereTheAnswerToABatchSaysNothing(String answer) throws MailServiceException {
        send(3);
        try (var session = open()) {
            var references = listed(session);
            gmail.fail(new Trouble("/batch", 200, answer, Map.of("Content-Type", "multipart/mixed; boundary=b")));

            assertThat(all(session, references)).isEqualTo(subjects(3));
        }
    }

    @Test
    void standsInForWhatGooglePublishesOfBatches() throws Exception {
        send(1);
        var id = reference().key();
        var address = URI.create(gmail.at("/batch/gmail/v1").toString());
        var message = "/gmail/v1/users/me/messages/" + id + "?format=raw";

        assertThat(posted(BatchRequest.of(address, ids(101), any -> message))).isEqualTo(400);
        assertThat(posted(BatchRequest.of(address, ids(2), any -> "/batch/gmail/v1")))
                .isEqualTo(400);
        assertThat(posted(BatchRequest.of(address, ids(2), any -> "https://gmail.googleapis.com" + message)))
                .isEqualTo(400);
        assertThat(posted(BatchRequest.of(address, List.of("one", "one"), any -> message)))
                .isEqualTo(400);
        assertThat(posted(BatchRequest.of(address, ids(2), any -> message).setHeader("Content-Type", "text/plain")))
                .isEqualTo(404);
        gmail.limit(new CallLimit(40, 20, Duration.ofHours(1)));
        assertThat(posted(BatchRequest.of(address, ids(3), any -> message))).isEqualTo(200);
        assertThat(gmail.overruns()).as("each call counts").isEqualTo(1);
    }

    private int posted(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            request.setHeader(
                                            "Authorization",
                                            "Bearer " + gmail.grant().accessToken())
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private Reference reference() throws MailServiceException {
        try (var session = open()) {
            return listed(session).getFirst();
        }
    }

    private static List<String> ids(int number) {
        return IntStream.range(0, number).mapToObj(one -> "id" + one).toList();
    }

    private static String part(Reference about, int status, String json) {
        return "--b\r\nContent-Type: application/http\r\nContent-ID: <response-%s>\r\n\r\nHTTP/1.1 %d OK\r\nContent-Type: application/json\r\n\r\n%s\r\n"
                .formatted(about.key(), status, json);
    }

    private void refuse(Reference message, int status, Map<String, String> headers) {
        gmail.fail(new Trouble(
                "/messages/" + message.key(),
                status,
                "{\"error\": {\"errors\": [{\"reason\": \"rateLimitExceeded\"}]}}",
                headers));
    }

    private void send(int messages) {
        for (var number = 0; number < messages; number++) {
            var at = now.minusSeconds(60L * number);
            gmail.send("number " + number, at, SampleMessage.of("number " + number, at));
        }
    }

    private static List<String> subjects(int messages) {
        return IntStream.range(0, messages)
                .mapToObj(number -> "number " + number)
                .toList();
    }

    private MailSession open() throws MailServiceException {
        return gmail.service().open(gmail.grant());
    }

    private List<Reference> listed(MailSession session) throws MailServiceException {
        var references = new ArrayList<Reference>();
        String page = null;
        do {
            var listing = session.sentSince(now.minus(Duration.ofDays(2)), page);
            references.addAll(listing.references());
            page = listing.next();
        } while (page != null);
        return references;
    }

    private static List<String> all(MailSession session, List<Reference> references) throws MailServiceException {
        var subjects = new ArrayList<String>();
        while (subjects.size() < references.size()) {
            var to = Math.min(references.size(), subjects.size() + session.fetchSize());
            session.fetch(references.subList(subjects.size(), to)).forEach(fetched -> subjects.add(subject(fetched)));
        }
        return subjects;
    }

    private static String subject(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Raw raw ->
                new String(raw.content(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("Subject: "))
                        .map(line -> line.substring("Subject: ".length()))
                        .findFirst()
                        .orElse("");
            case Fetched.Gone gone -> "gone";
            case Fetched.Refused refused -> "refused: " + refused.reason();
        };
    }
}
