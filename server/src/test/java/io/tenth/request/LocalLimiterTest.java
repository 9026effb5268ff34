package io.tenth.request;

class LocalLimiterTest extends LimiterContract {

    private final Limiter limiter = new LocalLimiter(clock);

    @Override
    Limiter limiter() {
        return limiter;
    }
}
