package io.tenth.assistant.talk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tenth.model.FakeModel;
import io.tenth.model.ModelException;
import io.tenth.model.SpeakingModel;
import io.tenth.model.SpeakingModel.Conduct;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whatever a language model does, its turn ends in bounded time with a sentence for people, and the conversation goes on. */
@Timeout(60)
class TroublesTest extends ModelServerTest {

    private static final int MEGABYTE = 1 << 20;

    @Autowired
    private Speaker speaker;

    /**
     * Something that goes wrong.
     *
     * @param sentence a part of what the person is told
     * @param requests how often the model is asked
     */
    record Trouble(String name, Conduct conduct, String sentence, int requests) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Trouble> troubles() {
        return Stream.of(silences(), garbage(), ends()).flatMap(each -> each);
    }

    /** It says no, or nothing, or breaks off. */
    private static Stream<Trouble> silences() {
        return Stream.of(
                new Trouble("gone", (request, wire) -> wire.exchange().close(), "does not answer", 3),
                new Trouble("ill", (request, wire) -> wire.status(500), "does not answer", 3),
                new Trouble("wrong key", (request, wire) -> wire.status(401), "tell the operator", 1),
                new Trouble("wrong address", (request, wire) -> wire.status(404), "tell the operator", 1),
                new Trouble("refuses the request", (request, wire) -> wire.status(400), "has refused the request", 1),
                new Trouble("busy", (request, wire) -> wire.status(429), "as often as it may be", 3),
                new Trouble(
                        "busy for two minutes",
                        (request, wire) -> {
                            wire.exchange().getResponseHeaders().add("Retry-After", "120");
                            wire.status(429);
                        },
                        "Ask again in 120 seconds",
                        1),
                new Trouble(
                        "busy for a minute",
                        (request, wire) -> {
                            wire.exchange().getResponseHeaders().add("Retry-After", "60");
                            wire.status(429);
                        },
                        "Ask again in 60 seconds",
                        1),
                new Trouble("silent", (request, wire) -> never(), "took too long", 1),
                new Trouble(
                        "silent after some words",
                        (request, wire) -> {
                            wire.text("I th");
                            never();
                        },
                        "took too long",
                        1),
                new Trouble("half a stream", (request, wire) -> wire.text("You worked 12"), "does not answer", 1),
                new Trouble("half a call", (request, wire) -> wire.call(0, "stop_timer", ""), "does not answer", 1));
    }

    /** What it says is nothing that it may say. */
    private static Stream<Trouble> garbage() {
        return Stream.of(
                new Trouble("garbage", (request, wire) -> wire.raw("data: {garbage\n\n"), "cannot be read", 1),
                new Trouble("a page", (request, wire) -> wire.raw("<html>Welcome</html>"), "does not answer", 1),
                new Trouble(
                        "an error on the way",
                        (request, wire) -> {
                            wire.text("Well");
                            wire.raw("data: {\"error\":{\"message\":\"overloaded\"}}\n\n");
                        },
                        "does not answer",
                        1),
                new Trouble(
                        "ten megabytes in a line",
                        (request, wire) -> wire.raw("data: " + "x".repeat(10 * MEGABYTE)),
                        "cannot be read",
                        1),
                new Trouble("ten megabytes in words", TroublesTest::chatters, "cannot be read", 1),
                new Trouble(
                        "a call without a name",
                        (request, wire) -> {
                            wire.arguments(0, "{}");
                            wire.finish("tool_calls");
                        },
                        "cannot be read",
                        1),
                new Trouble(
                        "a call with a number beyond all",
                        (request, wire) -> wire.call(1_000_000, "stop_timer", "{}"),
                        "cannot be read",
                        1));
    }

    /** It ends in another way than with an answer, or not at all. */
    private static Stream<Trouble> ends() {
        return Stream.of(
                new Trouble(
                        "cut",
                        (request, wire) -> {
                            wire.call(0, "stop_timer", "{}");
                            wire.finish("length");
                        },
                        "longer than it may be",
                        1),
                new Trouble(
                        "withheld",
                        (request, wire) -> {
                            wire.text("The");
                            wire.finish("content_filter");
                        },
                        "held its answer back",
                        1),
                new Trouble(
                        "calls for ever",
                        (request, wire) -> wire.calls("get_time_tracking_summary", "{}"),
                        "again and again",
                        8));
    }

    /** So that what one test has had it do does not open the breaker in the next. */
    @BeforeEach
    void makeTheModelWell() throws ModelException {
        for (var number = 0; number < 10; number++) {
            speaker.speak(
                    new Speech(
                            List.of(new Speech.Message.Task("Rest.")),
                            List.of(),
                            clock().instant().plusSeconds(30),
                            new CompletableFuture<>()),
                    new Deaf());
        }
        MODEL.forget();
    }

    private record Deaf() implements Ear {

        @Override
        public void text(String piece) {}

        @Override
        public void call(int number, String tool) {}

        @Override
        public void arguments(int number, String piece) {}

        @Override
        public void used(long tokens) {}
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void endsWithASentence(Trouble trouble) {
        MODEL.conduct(trouble.conduct());

        var heard = talk.say("How much did I work?");

        assertThat(heard.isWhole()).isTrue();
        assertThat(heard.trouble()).contains(trouble.sentence());
        assertThat(heard.types()).endsWith("finish").doesNotContain("tool-approval-request");
        assertThat(heard.answer().body()).doesNotContain(FakeModel.KEY, "Exception", "localhost");
        assertThat(MODEL.requests()).hasSize(trouble.requests());
        assertThat(talk.kept().path("parts").toString()).contains(trouble.sentence());

        clock().advance(Duration.ofMinutes(11));
        MODEL.conduct((request, wire) -> wire.says("Better now."));
        assertThat(talk.say("Try again").text()).isEqualTo("Better now.");
    }

    /** What a model wants, and a part of what it is told. */
    static Stream<String[]> wrongCalls() {
        return Stream.of(
                new String[] {"get_time_tracking_summary", "{\"date_range_days\": ", "The arguments are not JSON."},
                new String[] {"get_time_tracking_summary", "", "VALIDATION_ERROR"},
                new String[] {"get_time_tracking_summary", "{\"date_range_days\": NaN}", "VALIDATION_ERROR"},
                new String[] {"get_time_tracking_summary", "{\"date_range_days\": 1e9}", "VALIDATION_ERROR"},
                new String[] {
                    "get_time_tracking_summary", "{\"$ref\": \"http://127.0.0.1:1/x\"}", "There is no argument"
                },
                new String[] {
                    "get_time_tracking_summary",
                    "{\"user_id\": \"01956a3c-7f3e-7a50-9a32-0d4c7f9c2a01\"}",
                    "There is no argument user_id"
                },
                new String[] {
                    "get_time_tracking_summary", "{\"client_filter\": \"" + "x".repeat(70_000) + "\"}", "64 kB"
                },
                new String[] {"send_mail", "{\"to\": \"evil@else.example\"}", "There is no such tool."},
                new String[] {"<img src=x onerror=alert(1)>", "{}", "There is no such tool."});
    }

    @ParameterizedTest
    @MethodSource("wrongCalls")
    void tellsTheModelWhatIsWrongWithACall(String tool, String arguments, String told) {
        MODEL.conduct((request, wire) -> {
            if (SpeakingModel.results(request).isEmpty()) {
                wire.calls(tool, arguments);
            } else {
                wire.says("I could not.");
            }
        });

        var heard = talk.say("How much did I work?");

        assertThat(heard.text()).isEqualTo("I could not.");
        assertThat(heard.types()).contains("tool-output-error");
        assertThat(heard.one("tool-input-available").path("toolName").asString())
                .isIn("get_time_tracking_summary", "unknown");
        assertThat(SpeakingModel.results(MODEL.requests().getLast()).getFirst()).contains(told);
    }

    @Test
    void makesNoMoreCallsAtOnceThanItMay() {
        MODEL.conduct((request, wire) -> {
            if (SpeakingModel.results(request).isEmpty()) {
                for (var number = 0; number < 40; number++) {
                    wire.call(number, "find_matter", "{\"words\":\"x\"}");
                }
                wire.finish("tool_calls");
            } else {
                wire.says("Done.");
            }
        });

        talk.say("Find everything");

        assertThat(SpeakingModel.results(MODEL.requests().getLast()))
                .hasSize(16)
                .allMatch(result -> result.contains("\"matters\""));
    }

    @Test
    void triesAgainAfterThePauseThatTheServiceNames() {
        var asked = new AtomicInteger();
        MODEL.conduct((request, wire) -> {
            if (asked.incrementAndGet() == 1) {
                wire.exchange().getResponseHeaders().add("Retry-After", "1");
                wire.status(429);
            } else {
                wire.says("Here I am.");
            }
        });

        assertThat(talk.say("Hello").text()).isEqualTo("Here I am.");
    }

    @Test
    void endsAWhisperThatNeverEnds() throws Exception {
        var begun = new CountDownLatch(1);
        MODEL.conduct((request, wire) -> {
            while (true) {
                wire.text("and ");
                begun.countDown();
                pause();
            }
        });
        var heard = CompletableFuture.supplyAsync(() -> talk.say("Talk"));
        begun.await();

        clock().advance(Duration.ofMinutes(3));

        assertThat(heard.get().trouble()).containsAnyOf("longer than two minutes", "took too long");
    }

    @Test
    void followsNobodyElsewhere() throws IOException {
        var met = new AtomicInteger();
        var elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            met.incrementAndGet();
            exchange.close();
        });
        elsewhere.start();
        try {
            MODEL.conduct((request, wire) -> {
                wire.exchange()
                        .getResponseHeaders()
                        .add(
                                "Location",
                                "http://localhost:" + elsewhere.getAddress().getPort() + "/");
                wire.status(307);
            });
            assertThat(talk.say("Hello").trouble()).contains("has refused");
            assertThat(met).hasValue(0);
        } finally {
            elsewhere.stop(0);
        }
    }

    private static void chatters(JsonNode request, SpeakingModel.Wire wire) throws IOException {
        for (var piece = 0; piece < 10 * 64; piece++) {
            wire.text("x".repeat(MEGABYTE / 64));
        }
        wire.finish("stop");
    }

    /** Until the one who asks has gone. */
    private static void never() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
}
