package io.tenth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the server under test: the real one, moved by as much as a test asks. Sessions need no waiting to expire. */
public final class TestClock extends Clock {

    private final Clock real;
    private volatile Duration moved = Duration.ZERO;

    public TestClock() {
        this(Clock.systemUTC());
    }

    private TestClock(Clock real) {
        this.real = real;
    }

    /** One that stands still unless it is moved. */
    public static TestClock standing() {
        return new TestClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    public void advance(Duration by) {
        moved = moved.plus(by);
    }

    public void set(Instant to) {
        moved = Duration.between(real.instant(), to);
    }

    void reset() {
        moved = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(moved);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new InZone(this, zone);
    }

    private static final class InZone extends Clock {

        private final Clock clock;
        private final ZoneId zone;

        InZone(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new InZone(clock, other);
        }
    }
}
