package io.tenth.benchmark.load;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.random.RandomGenerator;

/** What people ask for. */
enum Operation {
    /** One time entry by its id. */
    READ("read one entry", 30) {
        @Override
        ByteBuffer request(Person person, RandomGenerator random, boolean timerRuns) {
            return Request.get("/api/time-entries/" + person.anEntry(random), person.token());
        }
    },
    /** The time entries of seven days. */
    WEEK("list of a week", 20) {
        @Override
        ByteBuffer request(Person person, RandomGenerator random, boolean timerRuns) {
            var first = person.aDay(random);
            return Request.get(
                    "/api/time-entries?from=" + first.minusDays(6) + "&to=" + first + "&limit=100", person.token());
        }
    },
    /** Starts the timer, and stops it the next time. */
    TIMER("timer start or stop", 20) {
        @Override
        ByteBuffer request(Person person, RandomGenerator random, boolean timerRuns) {
            return timerRuns
                    ? Request.post("/api/time-entries/stop", person.token(), "")
                    : Request.post(
                            "/api/time-entries/start",
                            person.token(),
                            "{\"entry_type\":\"drafting\",\"description\":\"Lease of the north wing, second draft\"}");
        }
    },
    /** A time entry by the clock. */
    CREATE("create an entry", 10) {
        @Override
        ByteBuffer request(Person person, RandomGenerator random, boolean timerRuns) {
            return Request.post(
                    "/api/time-entries",
                    person.token(),
                    entry(person.aDay(random), random.nextInt(24 * 60 - 30), 30, "Call about the survey of the roof"));
        }
    },
    /** The first page of the tasks. */
    TASKS("list of tasks", 10) {
        @Override
        ByteBuffer request(Person person, RandomGenerator random, boolean timerRuns) {
            return Request.get("/api/tasks", person.token());
        }
    },
    /** What a year came to. */
    DASHBOARD("dashboard of a year", 10) {
        @Override
        ByteBuffer request(Person person, RandomGenerator random, boolean timerRuns) {
            return Request.get(
                    "/api/analytics/dashboard?start=" + person.today().minusDays(Person.DAYS) + "&end="
                            + person.today(),
                    person.token());
        }
    };

    private final String title;
    private final int share;

    Operation(String title, int share) {
        this.title = title;
        this.share = share;
    }

    String title() {
        return title;
    }

    /** Its part of a mixed load, in percent. */
    int share() {
        return share;
    }

    /**
     * The next request.
     *
     * @param timerRuns whether the person's timer runs
     */
    abstract ByteBuffer request(Person person, RandomGenerator random, boolean timerRuns);

    /** A time entry as the API takes it, on one day. */
    static String entry(LocalDate day, int startMinute, int minutes, String description) {
        var start = day.atStartOfDay().plusMinutes(startMinute);
        return "{\"start_time\":\"%s:00Z\",\"end_time\":\"%s:00Z\",\"entry_type\":\"call\",\"description\":\"%s\"}"
                .formatted(start, start.plusMinutes(minutes), description);
    }
}
