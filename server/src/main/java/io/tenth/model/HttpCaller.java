package io.tenth.model;

import io.tenth.shared.Inside;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks over HTTP. It follows no redirect, since the key goes with what it asks; reads no more than a limit; and gives up an answer
 * that trickles, since its time counts to the last byte. Thread-safe.
 */
final class HttpCaller implements Caller {

    private static final Logger LOG = LoggerFactory.getLogger(HttpCaller.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int LONGEST = 256 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI endpoint;
    private final @Nullable String key;
    private final boolean insideToo;
    private final Clock clock;

    HttpCaller(ModelSettings settings, Clock clock) {
        this.endpoint = settings.endpoint();
        this.key = settings.key();
        this.insideToo = settings.network() == ModelSettings.Network.INSIDE;
        this.clock = clock;
    }

    @Override
    public byte[] ask(byte[] question, Duration atMost) throws ModelException {
        refuseInside();
        var call = client.sendAsync(
                request(question, "application/json"), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST));
        return good(awaited(call, atMost)).body();
    }

    /** Hands on the events of a streamed answer. It is waited for as long for its beginning and for each line, until the dialogue's end. */
    @SuppressWarnings("FutureReturnValueIgnored") // to cancel has no outcome
    void converse(Dialogue dialogue, Duration atMost, Dialogue.Listener listener) throws ModelException {
        refuseInside();
        if (dialogue.stopped().isDone()) {
            throw ModelException.resting();
        }
        var question = dialogue.request().getBytes(StandardCharsets.UTF_8);
        var call = client.sendAsync(request(question, "text/event-stream"), BodyHandlers.ofInputStream());
        dialogue.stopped().thenRun(() -> call.cancel(true));
        var response = awaited(call, atMost);
        try (var body = response.body()) {
            good(response);
            new EventStream(body, dialogue, atMost, clock).tell(listener);
        } catch (IOException closing) {
            throw ModelException.broken();
        }
    }

    private static <T> T awaited(CompletableFuture<T> call, Duration atMost) throws ModelException {
        try {
            return call.get(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            call.cancel(true);
            throw ModelException.slow();
        } catch (ExecutionException broken) {
            throw ModelException.down();
        } catch (CancellationException stopped) {
            throw ModelException.resting();
        } catch (InterruptedException stopping) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw ModelException.resting();
        }
    }

    /** The name is looked up again for the connection, out of the same answer: Java remembers it for longer than that takes. */
    private void refuseInside() throws ModelException {
        if (insideToo) {
            return;
        }
        try {
            if (Arrays.stream(InetAddress.getAllByName(endpoint.getHost())).anyMatch(Inside::is)) {
                LOG.warn("the language model stands within the server's network, and OPENAI_NETWORK is not inside");
                throw ModelException.barred();
            }
        } catch (UnknownHostException unknown) {
            throw ModelException.down();
        }
    }

    private HttpRequest request(byte[] question, String wanted) {
        var request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("Accept", wanted)
                .POST(BodyPublishers.ofByteArray(question));
        return (key == null ? request : request.header("Authorization", "Bearer " + key)).build();
    }

    private <T> HttpResponse<T> good(HttpResponse<T> response) throws ModelException {
        return switch (response.statusCode()) {
            case 200 -> response;
            case 429 -> throw ModelException.busy(retryAfter(response));
            case 400, 413, 422 -> throw ModelException.refused();
            case 408, 409 -> throw ModelException.down();
            default -> throw response.statusCode() >= 500 ? ModelException.down() : ModelException.barred();
        };
    }

    private Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").flatMap(this::pause);
    }

    private Optional<Duration> pause(String value) {
        if (value.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            var until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
            var pause = Duration.between(clock.instant(), until);
            return pause.isNegative() ? Optional.empty() : Optional.of(pause);
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
