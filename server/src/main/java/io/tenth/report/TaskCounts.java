package io.tenth.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A person's tasks as they stand, in groups; groups without any are left out. */
public record TaskCounts(List<Group> groups) {

    public TaskCounts {
        groups = List.copyOf(groups);
    }

    /**
     * The tasks of one status and priority.
     *
     * @param completed how many were completed, archived ones among them
     * @param onTime of the completed ones with a due date, how many not after it
     * @param due how many of the completed ones had a due date
     */
    public record Group(String status, String priority, int tasks, int completed, int onTime, int due) {}

    public int total() {
        return groups.stream().mapToInt(Group::tasks).sum();
    }

    public int of(String status) {
        return byStatus().getOrDefault(status, 0);
    }

    public Map<String, Integer> byStatus() {
        return by(Group::status);
    }

    public Map<String, Integer> byPriority() {
        return by(Group::priority);
    }

    /** The share of the tasks that were completed, 0 to 1. */
    public double completionRate() {
        return share(groups.stream().mapToInt(Group::completed).sum(), total());
    }

    /** The share of the completed tasks with a due date that were completed by it, 0 to 1. */
    public double onTimeRate() {
        return share(
                groups.stream().mapToInt(Group::onTime).sum(),
                groups.stream().mapToInt(Group::due).sum());
    }

    private Map<String, Integer> by(Function<Group, String> key) {
        Map<String, Integer> sums = new TreeMap<>();
        groups.forEach(group -> sums.merge(key.apply(group), group.tasks(), Integer::sum));
        return sums;
    }

    private static double share(double part, int whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
