package io.tenth.entry.web;

import io.tenth.entry.TimeEntries;
import io.tenth.entry.TimeEntry;
import io.tenth.identity.Account;
import io.tenth.shared.DayRange;
import io.tenth.shared.ProposalId;
import io.tenth.shared.TypedDuration;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The week list: what was worked on which day. */
@Controller
class TimesheetPages {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final TimeEntries entries;
    private final Clock clock;

    TimesheetPages(TimeEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** The week that holds a day; today's when none is named. */
    @GetMapping("/time")
    String week(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> week,
            Account account,
            Model page) {
        var today = LocalDate.now(clock.withZone(account.zone()));
        var days = DayRange.weekOf(week.orElse(today));
        var found = entries.between(days, account.person());
        page.addAttribute("range", DATE.format(days.from()) + " to " + DATE.format(days.last()));
        page.addAttribute("previous", days.from().minusWeeks(1));
        page.addAttribute("next", days.to());
        page.addAttribute("isThisWeek", days.equals(DayRange.weekOf(today)));
        page.addAttribute("total", Sum.of(found));
        page.addAttribute(
                "days",
                days.from()
                        .datesUntil(days.to())
                        .map(day -> Day.of(day, found, today))
                        .toList());
        return "timesheet";
    }

    /** Hours, and those of them that are billed. */
    record Sum(String hours, String billable) {

        static Sum of(List<TimeEntry> entries) {
            return new Sum(
                    total(entries),
                    total(entries.stream().filter(TimeEntry::billable).toList()));
        }

        private static String total(List<TimeEntry> entries) {
            return new TypedDuration(Math.toIntExact(entries.stream()
                            .mapToLong(entry -> entry.duration().toMinutes())
                            .sum()))
                    .decimal();
        }
    }

    record Day(LocalDate date, String name, boolean isToday, Sum sum, List<Line> lines) {

        static Day of(LocalDate date, List<TimeEntry> week, LocalDate today) {
            var own = week.stream().filter(entry -> entry.day().equals(date)).toList();
            return new Day(
                    date,
                    DAY.format(date),
                    date.equals(today),
                    Sum.of(own),
                    own.stream().map(Line::of).toList());
        }
    }

    /** One entry; the proposal is where its evidence stands. */
    record Line(
            UUID id,
            String hours,
            String clock,
            String type,
            @Nullable String clientMatter,
            String description,
            boolean billable,
            @Nullable UUID proposal) {

        static Line of(TimeEntry entry) {
            var time = new TypedDuration(Math.toIntExact(entry.duration().toMinutes()));
            return new Line(
                    entry.id().value(),
                    time.decimal(),
                    time.clock(),
                    entry.type().key(),
                    entry.clientMatter(),
                    entry.description(),
                    entry.billable(),
                    Optional.ofNullable(entry.proposal()).map(ProposalId::value).orElse(null));
        }
    }
}
