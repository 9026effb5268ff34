package io.tenth.assistant.talk;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.identity.Account;
import io.tenth.model.FakeModel;
import io.tenth.model.SpeakingModel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A server with a language model, and a person who lets it take part. */
abstract class ModelServerTest extends ServerTest {

    static final SpeakingModel MODEL = new SpeakingModel();

    private static final AtomicInteger TESTS = new AtomicInteger();

    Account account;
    ApiClient api;
    Talk talk;

    @DynamicPropertySource
    static void model(DynamicPropertyRegistry registry) {
        registry.add("tenth.model.base-url", MODEL::address);
        registry.add("tenth.model.key", () -> FakeModel.KEY);
        registry.add("tenth.model.name", () -> FakeModel.NAME);
        registry.add("tenth.model.network", () -> "inside");
        registry.add("tenth.model.answer-within", () -> "1s");
    }

    @BeforeEach
    void makeAPerson() {
        MODEL.forget();
        MODEL.conduct((request, wire) -> wire.says("Hello."));
        account = newPerson();
        clock().advance(ahead());
        api = api(account);
        api.patch("/api/assistant/model", "{\"enabled\": true}");
        api.patch("/api/time-tracking/settings", "{\"rate_limit_per_minute\": 3000}");
        talk = new Talk(api);
    }

    /** How far the clock is. Each test begins later than the one before has ended, so that what the line to the model remembers is over. */
    Duration ahead() {
        return Duration.ofMinutes(30L * TESTS.incrementAndGet());
    }
}
