package io.tenth.report.web;

import io.tenth.report.DashboardFigures;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Hours by day as bars, measured in the units of a drawing of {@link #WIDTH} by {@link #HEIGHT}: the billable part stands on
 * the ground and the rest on top of it.
 *
 * @param lines the marks of the scale, from the ground up
 */
record BarChart(int width, int height, int ground, List<Bar> bars, List<Line> lines) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 190;
    private static final int GROUND = 165;
    private static final int ROOM = 150;
    private static final int LEFT = 30;
    private static final int LEAST_HOURS = 8;
    private static final int STEP = 4;
    private static final double FILLED = 0.64;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    /** One day; the label stands under its middle. */
    record Bar(
            LocalDate day,
            String name,
            String hours,
            String label,
            String middle,
            Box billable,
            Box other,
            Box column,
            boolean isToday,
            boolean isFree) {}

    record Box(String x, String y, String width, String height) {

        static Box of(double x, double y, double width, double height) {
            return new Box(number(x), number(y), number(width), number(height));
        }
    }

    /** A mark of the scale. */
    record Line(String y, int hours) {}

    static BarChart of(List<DashboardFigures.Day> days, LocalDate today) {
        var most = Math.max(
                LEAST_HOURS,
                days.stream().mapToDouble(DashboardFigures.Day::hours).max().orElse(0));
        var top = (int) Math.ceil(most / STEP) * STEP;
        var bars = new ArrayList<Bar>();
        for (var day : days) {
            bars.add(bar(day, (WIDTH - LEFT) / (double) days.size(), bars.size(), top, today));
        }
        var lines = IntStream.iterate(0, hours -> hours <= top, hours -> hours + STEP)
                .mapToObj(hours -> new Line(number(GROUND - height(hours, top)), hours))
                .toList();
        return new BarChart(WIDTH, HEIGHT, GROUND, bars, lines);
    }

    private static Bar bar(DashboardFigures.Day day, double pitch, int place, int top, LocalDate today) {
        var left = LEFT + pitch * place;
        var x = left + pitch * (1 - FILLED) / 2;
        var billable = height(day.billableHours(), top);
        var other = height(day.hours() - day.billableHours(), top);
        return new Bar(
                day.day(),
                DAY.format(day.day()),
                FiguresView.decimal(day.hours()),
                Integer.toString(day.day().getDayOfMonth()),
                number(left + pitch / 2),
                Box.of(x, GROUND - billable, pitch * FILLED, billable),
                Box.of(x, GROUND - billable - other, pitch * FILLED, other),
                Box.of(left, GROUND - ROOM, pitch, ROOM),
                day.day().equals(today),
                day.day().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
    }

    private static double height(double hours, int top) {
        return ROOM * hours / top;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
