package io.tenth.mail.oauth;

import io.tenth.mail.Connection;
import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Reconnect;
import io.tenth.mail.Toll;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Calls of a provider for one mailbox: each pays its toll and shows the access token, which is renewed a little before its end,
 * and once more when the provider no longer takes it. Thread-safe.
 */
public final class GrantedCalls {

    /** The status of an access token that is not taken. */
    public static final int NOT_TAKEN = 401;

    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final OAuth oauth;
    private final Http http;
    private final Toll toll;
    private final Map<String, String> headers;
    private final Connection.Grant opened;
    private final AtomicInteger calls = new AtomicInteger();
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile Connection.Grant grant;

    /**
     * Calls by a grant.
     *
     * @param headers that go with each
     */
    public GrantedCalls(OAuth oauth, Http http, Connection.Grant grant, Toll toll, Map<String, String> headers) {
        this.oauth = oauth;
        this.http = http;
        this.toll = toll;
        this.headers = Map.copyOf(headers);
        this.opened = grant;
        this.grant = grant;
    }

    /** The answer, whatever it is, but for an access token that is not taken. */
    public Answer get(URI address, int units) throws MailServiceException {
        return get(address, units, Http.LONGEST);
    }

    /** The same, or its beginning where it has more than so many bytes. */
    public Answer get(URI address, int units, int most) throws MailServiceException {
        return send(
                HttpRequest.newBuilder(address),
                new Price(1, units),
                response -> Optional.of(Answer.of(response, most)).filter(answer -> answer.status() != NOT_TAKEN));
    }

    /**
     * What a request asks of the service.
     *
     * @param calls that it counts for
     * @param units of all of them together
     */
    public record Price(int calls, int units) {}

    /**
     * Sends a request.
     *
     * @param reading of its answer; empty where that says that the access token is not taken
     */
    public <T> T send(HttpRequest.Builder request, Price price, Http.Reading<Optional<T>> reading)
            throws MailServiceException {
        var shown = fresh();
        var read = ask(request, price, reading, shown);
        return read.isPresent()
                ? read.get()
                : ask(request, price, reading, renewed(shown))
                        .orElseThrow(() -> new Reconnect(
                                oauth.provider() + " no longer lets Tenth read this mailbox. Connect it again."));
    }

    public int made() {
        return calls.get();
    }

    /** Whose mailbox it is, as the service has said before. */
    public Optional<String> account() {
        return Optional.ofNullable(grant.account());
    }

    public void noteAccount(String name) {
        renewing.lock();
        try {
            grant = grant.withAccount(name);
        } finally {
            renewing.unlock();
        }
    }

    public Optional<Connection> renewed() {
        var now = grant;
        return now.equals(opened) ? Optional.empty() : Optional.of(now);
    }

    private <T> Optional<T> ask(
            HttpRequest.Builder request, Price price, Http.Reading<Optional<T>> reading, Connection.Grant shown)
            throws MailServiceException {
        toll.pay(price.units());
        calls.addAndGet(price.calls());
        var granted = request.copy().setHeader("Authorization", "Bearer " + shown.accessToken());
        headers.forEach(granted::setHeader);
        return http.ask(granted, reading);
    }

    private Connection.Grant fresh() throws MailServiceException {
        var now = grant;
        var end = now.expiresAt();
        var isGood = now.accessToken() != null
                && end != null
                && end.isAfter(oauth.clock().instant().plus(MARGIN));
        return isGood ? now : renewed(now);
    }

    /** Renews the grant, unless another thread has done so since. */
    private Connection.Grant renewed(Connection.Grant old) throws MailServiceException {
        renewing.lock();
        try {
            if (grant.equals(old)) {
                calls.incrementAndGet();
                grant = oauth.refresh(old);
            }
            return grant;
        } finally {
            renewing.unlock();
        }
    }
}
