package io.tenth.report;

import io.tenth.shared.Actor;
import io.tenth.shared.DayRange;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import io.tenth.shared.Role;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers what a person's tasks and time came to. What it costs follows from the days that are asked for, not from what is stored. */
@Service
public class Analytics {

    private static final int MOST_DAYS = 366;
    private static final int FULLEST_HOURS = 5;
    private static final Set<Role> OVERSEERS = Set.of(Role.MANAGER, Role.ADMIN);

    private final ReportRepository time;
    private final TaskReportRepository tasks;

    Analytics(ReportRepository time, TaskReportRepository tasks) {
        this.time = time;
        this.tasks = tasks;
    }

    /** Some days, at most a year of them, in the person's zone. */
    @Transactional(readOnly = true)
    public PeriodFigures of(DayRange days, ZoneId zone, Actor.Person person) {
        atMostAYear(days);
        return new PeriodFigures(days, tasks.completions(days, zone, person), time.byDay(days, person));
    }

    /** What a person sees first: some days, at most a year of them, and the tasks as they stand now. */
    @Transactional(readOnly = true)
    public Overview overview(DayRange days, ZoneId zone, Actor.Person person) {
        return new Overview(of(days, zone, person), tasks.counts(null, zone, person));
    }

    /** Some days, and all tasks. */
    public record Overview(PeriodFigures period, TaskCounts tasks) {}

    /** The tasks that were made on some days; all of them where none are named. */
    @Transactional(readOnly = true)
    public TaskCounts tasks(@Nullable DayRange days, ZoneId zone, Actor.Person person) {
        return tasks.counts(days, zone, person);
    }

    /** Where the time of some days went, at most a year of them. */
    @Transactional(readOnly = true)
    public Distribution distribution(DayRange days, Distribution.By by, ZoneId zone, Actor.Person person) {
        atMostAYear(days);
        return new Distribution(
                time.byDay(days, person).stream()
                        .mapToDouble(DashboardFigures.Day::hours)
                        .sum(),
                switch (by) {
                    case TYPE -> time.byType(days, person);
                    case TASK -> time.byTask(days, person);
                    case MATTER -> time.byMatter(days, person);
                },
                time.hoursOfDay(days, zone, FULLEST_HOURS, person));
    }

    /** The sums over all people, for those who oversee them. */
    @Transactional(readOnly = true)
    public FirmFigures firm(DayRange days, Actor.Person person) {
        if (!OVERSEERS.contains(person.role())) {
            throw new DomainException(ErrorCode.AUTHORIZATION_ERROR, "Only a manager sees the figures of the firm.");
        }
        atMostAYear(days);
        return time.firm(days, person);
    }

    static void atMostAYear(DayRange days) {
        if (days.days() > MOST_DAYS) {
            throw DomainException.invalid("A report spans at most a year.");
        }
    }
}
