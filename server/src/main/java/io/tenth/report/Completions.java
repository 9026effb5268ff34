package io.tenth.report;

import java.time.LocalDate;
import java.util.List;

/** The tasks that were completed on some days; days without any are left out. */
public record Completions(List<Day> days) {

    public Completions {
        days = List.copyOf(days);
    }

    /**
     * One day.
     *
     * @param onTime of those with a due date, how many not after it
     * @param late of those with a due date, how many after it
     * @param hours from making to completion, summed over the tasks
     */
    public record Day(LocalDate day, int count, int onTime, int late, double hours) {}

    public int count() {
        return days.stream().mapToInt(Day::count).sum();
    }

    public int onTime() {
        return days.stream().mapToInt(Day::onTime).sum();
    }

    public int late() {
        return days.stream().mapToInt(Day::late).sum();
    }

    public int on(LocalDate day) {
        return days.stream()
                .filter(each -> each.day().equals(day))
                .mapToInt(Day::count)
                .sum();
    }

    /** From a task's making to its completion, on average; 0 where none was completed. */
    public double averageHours() {
        return count() == 0 ? 0 : days.stream().mapToDouble(Day::hours).sum() / count();
    }
}
