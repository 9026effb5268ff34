package io.tenth.mail.oauth;

import io.tenth.mail.MailServiceException.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks over HTTP, within limits of time and length. It follows no redirect, since a grant goes with what it asks. Thread-safe. */
public final class Http {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration WHOLE = Duration.ofSeconds(25);

    /** A message of 25 MB in base64 within JSON. */
    static final int LONGEST = 36_000_000;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Duration whole;

    public Http() {
        this(WHOLE);
    }

    /** One that waits so long for the end of an answer. */
    Http(Duration whole) {
        this.whole = whole;
    }

    Answer ask(HttpRequest.Builder request) throws Unavailable {
        return ask(request, response -> Answer.of(response, LONGEST));
    }

    /** Takes what is wanted out of an answer while it comes. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(HttpResponse<InputStream> response) throws IOException;
    }

    /** What is read of the answer. */
    <T> T ask(HttpRequest.Builder request, Reading<T> reading) throws Unavailable {
        var asked = new FutureTask<>(
                () -> read(client.send(request.timeout(ANSWER).build(), BodyHandlers.ofInputStream()), reading));
        Thread.startVirtualThread(asked);
        try {
            return asked.get(whole.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException broken) {
            throw new Unavailable("The mail service does not answer.", broken);
        } catch (TimeoutException late) {
            throw new Unavailable("The mail service takes too long to answer.", late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The mail service was not waited for.", stopping);
        } finally {
            asked.cancel(true);
        }
    }

    private static <T> T read(HttpResponse<InputStream> response, Reading<T> reading) throws IOException {
        var body = response.body();
        try (body) {
            return reading.of(response);
        }
    }
}
