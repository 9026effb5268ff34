package io.tenth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SampleCalendarTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalDate SAMPLE_TODAY = LocalDate.parse("2026-11-14");

    @Test
    void movesByWholeWeeksSoThatWeekdaysStayTrue() {
        var calendar = SampleCalendar.movedTo(LocalDate.parse("2027-02-03"), SAMPLE_TODAY, ZONE);

        assertThat(calendar.day("2026-11-13")).isEqualTo("2027-01-29");
        assertThat(calendar.day("2026-11-13").getDayOfWeek())
                .isEqualTo(LocalDate.parse("2026-11-13").getDayOfWeek());
    }

    @Test
    void keepsTheWallClockAcrossDaylightSaving() {
        var calendar = SampleCalendar.movedTo(LocalDate.parse("2027-06-01"), SAMPLE_TODAY, ZONE);

        assertThat(calendar.line("Date: Fri, 13 Nov 2026 17:05:00 -0500"))
                .isEqualTo("Date: Fri, 28 May 2027 17:05:00 -0400");
    }

    @Test
    void leavesTextAndNonsenseAlone() {
        var calendar = SampleCalendar.movedTo(LocalDate.parse("2027-06-01"), SAMPLE_TODAY, ZONE);

        assertThat(calendar.line("Date: Tuesdayish, 31 Nov 20226 27:61:00 +9999"))
                .isEqualTo("Date: Tuesdayish, 31 Nov 20226 27:61:00 +9999");
        assertThat(calendar.line("I spent 2 hours on it.")).isEqualTo("I spent 2 hours on it.");
    }
}
