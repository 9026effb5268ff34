package io.tenth.benchmark.load;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Somebody who is signed in.
 *
 * @param token of the API
 * @param entries the ids of their time entries
 * @param today the day before which these lie, at most a year
 */
record Person(String email, String user, String token, List<String> entries, LocalDate today) {

    static final int DAYS = 364;
    private static final int DAYS_OF_A_WEEK = 7;

    String anEntry(RandomGenerator random) {
        return entries.get(random.nextInt(entries.size()));
    }

    LocalDate aDay(RandomGenerator random) {
        return today.minusDays(1 + random.nextInt(DAYS - DAYS_OF_A_WEEK));
    }
}
