package io.tenth.report;

import io.tenth.shared.Actor;
import io.tenth.shared.DayRange;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sums that a person sees first. */
@Service
public class Dashboard {

    private final ReportRepository repository;

    Dashboard(ReportRepository repository) {
        this.repository = repository;
    }

    /** The figures of some days, at most a year of them. */
    @Transactional(readOnly = true)
    public DashboardFigures of(DayRange days, Actor.Person person) {
        Analytics.atMostAYear(days);
        var byDay = repository.byDay(days, person);
        return new DashboardFigures(
                days,
                sum(byDay.stream().map(DashboardFigures.Day::hours).toList()),
                sum(byDay.stream().map(DashboardFigures.Day::billableHours).toList()),
                repository.entries(days, person),
                byDay,
                repository.byMatter(days, person),
                repository.byType(days, person));
    }

    private static double sum(List<Double> hours) {
        return hours.stream().mapToDouble(Double::doubleValue).sum();
    }
}
