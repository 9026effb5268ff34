package io.tenth.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.request.IdempotencyKeys;
import io.tenth.shared.Actor;
import io.tenth.store.Rows;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** What is sent again under one key is carried out once, whatever breaks in between. */
@DirtiesContext
@Import({BellApi.class, Bell.class})
class IdempotencyTest extends ServerTest {

    private static final String BELL = "/api/test/bell";
    private static final String RING = "{\"word\": \"ding\"}";

    @Autowired
    private Bell bell;

    @Autowired
    private IdempotencyKeys keys;

    private final Rows rows = new Rows(database());
    private Account person;
    private ApiClient api;

    @BeforeEach
    void signIn() {
        person = newPerson();
        api = api(person).with("Idempotency-Key", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"");
    }

    @AfterEach
    void letEverybodyGo() {
        bell.work();
    }

    @Test
    void ringsOnceForFiftyRequestsAtOnce() {
        var running = Collections.nCopies(50, RING).stream().map(this::ring).toList();
        var answers = running.stream().map(CompletableFuture::join).toList();

        assertThat(rings()).isEqualTo(1);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
        var last = api.post(BELL, RING);
        assertThat(last.status()).isEqualTo(201);
        assertThat(answers.stream().filter(answer -> answer.status() == 201))
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer.body()).isEqualTo(last.body()));
        assertThat(answers.stream().filter(answer -> answer.status() == 201 && !isReplayed(answer)))
                .hasSize(1);
    }

    @Test
    void asksForAnotherTryWhereTheDatabaseEndsAChangeForAnother() {
        var ended = api.post(BELL + "/deadlock", "{}");

        assertThat(ended.status()).isEqualTo(503);
        assertThat(ended.header("Retry-After")).isEqualTo("1");
        assertThat(ended.text("/error/message")).contains("Try again");
        assertThat(isReplayed(api.post(BELL + "/deadlock", "{}"))).as("kept").isFalse();
    }

    @Test
    void wakesNobodyForACallerWhoHasGone() {
        var errors = (Logger) LoggerFactory.getLogger(Errors.class);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        errors.addAppender(heard);
        try {
            assertThat(api.post(BELL + "/hung-up", "{}").body()).isEmpty();
        } finally {
            errors.detachAppender(heard);
        }
        assertThat(heard.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }

    @Test
    void givesTheFirstAnswerAgain() {
        var first = api.post(BELL, RING);
        var second = api.post(BELL, RING);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .isNotEmpty();
        assertThat(second.header("ETag")).isEqualTo("\"1\"");
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(isReplayed(first)).isFalse();
        assertThat(isReplayed(second)).isTrue();
        assertThat(rings()).isEqualTo(1);
    }

    @Test
    void repeatsARefusalToo() {
        api.with("Idempotency-Key", "a").post("/api/mailboxes", "{\"name\": \"Sent\"}");
        var refused = api.with("Idempotency-Key", "b").post("/api/mailboxes", "{\"name\": \"Sent\"}");

        var again = api.with("Idempotency-Key", "b").post("/api/mailboxes", "{\"name\": \"Sent\"}");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).isEqualTo(refused.body());
        assertThat(isReplayed(again)).isTrue();
    }

    @Test
    void refusesAKeyThatCameWithAnotherRequest() {
        api.post(BELL, RING);

        for (var other : List.of(
                api.post(BELL, "{\"word\": \"dong\"}"),
                api.post(BELL + "?loud=true", RING),
                api.with("If-Match", "\"1\"").post(BELL, RING),
                api.patch(BELL, RING),
                api.post("/api/mailboxes", RING))) {
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.text("/error/message")).contains("another request");
        }
        assertThat(rings()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsBeingCarriedOut() {
        bell.hold();
        var first = ring(RING);
        bell.awaitSomebody();

        var second = api.post(BELL, RING);
        bell.work();

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/error/message")).contains("is being carried out");
        assertThat(second.header("Retry-After")).isEqualTo("1");
        assertThat(first.join().status()).isEqualTo(201);
        assertThat(rings()).isEqualTo(1);
    }

    @Test
    void ringsNotAgainWhenTheAnswerWasLostAfterTheChange() {
        bell.failAfterwards();
        assertThat(api.post(BELL, RING).status()).isEqualTo(500);
        bell.work();

        var again = api.post(BELL, RING);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/error/message")).contains("was carried out");
        assertThat(rings()).isEqualTo(1);
    }

    @Test
    void ringsWhenTheFirstTryChangedNothing() {
        bell.failBefore();
        assertThat(api.post(BELL, RING).status()).isEqualTo(500);
        bell.failWithin();
        assertThat(api.post(BELL, RING).status()).isEqualTo(500);
        assertThat(rings()).isZero();
        bell.work();

        var again = api.post(BELL, RING);

        assertThat(again.status()).isEqualTo(201);
        assertThat(isReplayed(again)).isFalse();
        assertThat(rings()).isEqualTo(1);
    }

    @Test
    void letsAnotherTakeOverFromATryThatHangsAndThenStopsIt() {
        bell.hold();
        var hanging = ring(RING);
        bell.awaitSomebody();
        clock().advance(Duration.ofMinutes(3));
        bell.holdNobodyElse();

        var second = api.post(BELL, RING);
        bell.work();

        assertThat(second.status()).isEqualTo(201);
        assertThat(hanging.join().status()).isEqualTo(409);
        assertThat(rings()).isEqualTo(1);
        assertThat(api.post(BELL, RING).body()).isEqualTo(second.body());
    }

    @Test
    void keepsKeysOfPeopleApart() {
        api.post(BELL, RING);
        var other = newPerson();

        var answer = api(other)
                .with("Idempotency-Key", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"")
                .post(BELL, RING);

        assertThat(isReplayed(answer)).isFalse();
        assertThat(rings(other)).isEqualTo(1);
    }

    @Test
    void forgetsAKeyAfterADay() {
        api.post(BELL, RING);
        clock().advance(Duration.ofHours(25));
        api = api(person).with("Idempotency-Key", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"");

        assertThat(isReplayed(api.post(BELL, "{\"word\": \"dong\"}"))).isFalse();
        assertThat(rings()).isEqualTo(2);
    }

    @Test
    void dropsExpiredKeysOfEverybodyAndNoOthers() {
        api.with("Idempotency-Key", "old").post(BELL, RING);
        rows.update(
                "UPDATE idempotency_keys SET expires_at = now() - interval '1 second' WHERE user_id = ?",
                person.id().value());
        api.with("Idempotency-Key", "young").post(BELL, RING);

        keys.forgetExpired(new Actor.Program());

        assertThat(keptKeys()).isEqualTo(1);
        assertThat(isReplayed(api.with("Idempotency-Key", "young").post(BELL, RING)))
                .isTrue();
    }

    @Test
    void refusesAKeyThatIsNone() {
        var plain = api(person);
        for (var key : List.of("", " ", "a b", "a\tb", "x".repeat(256))) {
            var refused = plain.with("Idempotency-Key", key).post(BELL, RING);
            assertThat(refused.status()).as(key).isEqualTo(400);
            assertThat(refused.text("/error/message")).contains("1 to 255 visible ASCII");
        }
        assertThat(plain.with("Idempotency-Key", "x".repeat(255))
                        .post(BELL, RING)
                        .status())
                .isEqualTo(201);
        assertThat(rings()).isEqualTo(1);
    }

    @Test
    void takesNoKeyWithAFileOfMail() {
        var mailbox = api(person).post("/api/mailboxes", "{\"name\": \"Sent\"}").header("Location");

        var refused = api.with("Content-Type", "application/mbox")
                .send("POST", mailbox + "/files", BodyPublishers.ofString("From a\n\nx"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error/message")).contains("a message counts once");
    }

    @Test
    void storesNeitherTheKeyNorTheBodyInTheOpen() {
        api.with("Idempotency-Key", "invoice-of-harbor").post(BELL, "{\"word\": \"carillon\"}");

        assertThat(keptKeys()).isEqualTo(1);
        assertThat(rows.values()).noneMatch(value -> value.contains("carillon") || value.contains("invoice-of-harbor"));
    }

    @Test
    void keepsNoAnswerThatHoldsASecret() {
        var secret = api.post(BELL + "/tokens", RING);

        var again = api.post(BELL + "/tokens", RING);

        assertThat(secret.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/error/message")).contains("was carried out");
        assertThat(rows.texts(
                        "SELECT state FROM idempotency_keys WHERE user_id = ?",
                        person.id().value()))
                .containsExactly("carried_out");
        assertThat(rings()).isEqualTo(1);
    }

    @Test
    void refusesAKeyThatCameWithAnotherSecret() {
        api.post(BELL + "/tokens", RING);

        var other = api.post(BELL + "/tokens", "{\"word\": \"dong\"}");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/error/message")).contains("another request");
        assertThat(rings()).isEqualTo(1);
    }

    @Test
    void remembersNothingOfARequestWithoutAKeyOrOfOneThatReads() {
        api(person).post(BELL, RING);
        api.get("/api/users/me");

        assertThat(keptKeys()).isZero();
    }

    private CompletableFuture<ApiClient.Answer> ring(String body) {
        var sender = api;
        return CompletableFuture.supplyAsync(
                () -> sender.post(BELL, body), command -> Thread.ofVirtual().start(command));
    }

    private int rings() {
        return rings(person);
    }

    private int rings(Account ringer) {
        return Collections.frequency(rows.operations(ringer.id().value()), "bell.rung");
    }

    private int keptKeys() {
        return rows.texts(
                        "SELECT state FROM idempotency_keys WHERE user_id = ?",
                        person.id().value())
                .size();
    }

    private static boolean isReplayed(ApiClient.Answer answer) {
        return answer.header("Idempotent-Replayed").equals("true");
    }
}
