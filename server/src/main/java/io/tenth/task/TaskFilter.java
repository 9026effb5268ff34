package io.tenth.task;

import io.tenth.shared.DayRange;
import io.tenth.shared.DomainException;
import io.tenth.shared.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list holds. What is left out holds nothing back.
 *
 * @param statuses any of these; empty for all
 * @param priorities any of these; empty for all
 * @param tags each of these, without regard to case
 * @param dueFrom the first day on which they may be due; with a bound, tasks without a due date are left out
 * @param dueTo the last
 * @param words at most 200 characters, as people type them into a search and {@link TaskSearch} reads them
 */
public record TaskFilter(
        Set<TaskStatus> statuses,
        Set<TaskPriority> priorities,
        List<String> tags,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        @Nullable String words) {

    private static final int MOST_TAGS = 20;
    private static final int LONGEST_TAG = 50;
    private static final int LONGEST_WORDS = 200;

    public TaskFilter {
        statuses = Set.copyOf(statuses);
        priorities = Set.copyOf(priorities);
        tags = tags.stream()
                .map(tag -> Line.of(tag, "tag", "A tag", LONGEST_TAG))
                .toList();
        if (tags.size() > MOST_TAGS) {
            throw DomainException.invalid("tag", "A list is filtered by at most " + MOST_TAGS + " tags.");
        }
        checkDays(dueFrom, dueTo);
        words = words == null || words.isBlank() ? null : Line.of(words, "q", "A search", LONGEST_WORDS);
    }

    /** The same text for the same filter on every node. */
    String text() {
        return String.join(
                "\n",
                new TreeSet<>(statuses).toString(),
                new TreeSet<>(priorities).toString(),
                tags.toString(),
                String.valueOf(dueFrom),
                String.valueOf(dueTo),
                String.valueOf(words));
    }

    private static void checkDays(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null) {
            DayRange.storable(from);
        }
        if (to != null) {
            DayRange.storable(to);
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw DomainException.invalid("The range ends before it begins: " + from + " to " + to + ".");
        }
    }
}
