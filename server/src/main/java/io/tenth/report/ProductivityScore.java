package io.tenth.report;

/**
 * How productive some days were, from 0 to 100: how many tasks were completed a day, how many of them on time, how full the days
 * were against eight hours, and whether five tasks were completed at all.
 */
final class ProductivityScore {

    private static final double HIGHEST = 100;
    private static final double FULL_DAY_HOURS = 8;
    private static final double ENOUGH_TASKS = 5;

    private ProductivityScore() {}

    static double of(Completions completions, double hours, long days) {
        double completed = completions.count();
        double perDay = completed / Math.max(days, 1);
        double onTime = completions.onTime() / Math.max(completed, 1);
        double fullness = Math.min(hours / Math.max(days, 1) / FULL_DAY_HOURS, 1);
        double enough = Math.min(completed / ENOUGH_TASKS, 1);
        return Math.min(HIGHEST, perDay * 20 + onTime * 30 + fullness * 30 + enough * 20);
    }
}
