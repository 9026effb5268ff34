package io.tenth.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message may claim to be sent on any day that a clock can show. */
class SentDayTest {

    @ParameterizedTest
    @CsvSource({
        "-999999999-01-01T00:00:00+18:00, 0001-01-01",
        "+999999999-12-31T23:59:59-18:00, 9999-12-31",
        "2026-03-10T17:12:00-05:00, 2026-03-10"
    })
    void readsTheMessageOnTheNearestDayThatCanBeWritten(OffsetDateTime sent, LocalDate day) {
        var message = new SentMessage(
                "", "", "", sent, BodyFormat.PLAIN, "I spent 2 hours reviewing the lease today. Call me tomorrow.");

        assertThat(new TimeExtractor().extract(message, Context.none()).mentions())
                .extracting(TimeMention::date)
                .containsExactly(day);
    }
}
