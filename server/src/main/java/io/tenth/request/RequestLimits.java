package io.tenth.request;

import java.util.Optional;

/** What one caller may ask for in a minute, by kind of request. */
public final class RequestLimits {

    private final RequestSettings settings;
    private final Limiter limiter;

    RequestLimits(RequestSettings settings, Limiter limiter) {
        this.settings = settings;
        this.limiter = limiter;
    }

    /**
     * Counts a request, unless its caller has used up what a minute holds.
     *
     * @param caller a person or an address
     * @return empty where requests of this kind have no limit
     */
    public Optional<Verdict> take(RequestKind kind, String caller) {
        var quota = settings.of(kind);
        return quota.isOff() ? Optional.empty() : Optional.of(limiter.take(kind.key() + ":" + caller, quota.most()));
    }

    /**
     * Counts something that a caller has set a limit of their own for.
     *
     * @param what is counted
     * @param most that a minute may hold
     */
    public Verdict take(String what, String caller, int most) {
        return limiter.take(what + ":" + caller, most);
    }
}
