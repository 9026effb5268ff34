package io.tenth.task;

import io.tenth.shared.DayRange;
import io.tenth.shared.DomainException;
import io.tenth.shared.Line;
import io.tenth.shared.Prose;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a task: all of it that can be changed.
 *
 * @param title 1 to 200 characters
 * @param description at most 5,000 characters
 * @param tags at most 20 of 1 to 50 characters, none of them a comma; of two that differ only in case the first stays
 * @param estimatedHours above 0 and at most 99,999.99, in hundredths, where given
 */
public record TaskContent(
        String title,
        String description,
        TaskStatus status,
        TaskPriority priority,
        @Nullable LocalDate due,
        List<String> tags,
        @Nullable BigDecimal estimatedHours) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 5000;
    private static final int LONGEST_TAG = 50;
    private static final int MOST_TAGS = 20;
    private static final BigDecimal MOST_HOURS = new BigDecimal("99999.99");

    public TaskContent {
        title = Line.of(title, "title", "The title", LONGEST_TITLE);
        description =
                Prose.of(description.replace("\r\n", "\n"), "description", "The description", LONGEST_DESCRIPTION);
        if (due != null) {
            DayRange.storable(due, "due_date");
        }
        tags = distinct(tags);
        estimatedHours = estimatedHours == null ? null : inHundredths(estimatedHours);
    }

    /** The same task, standing elsewhere. */
    public TaskContent with(TaskStatus other) {
        return new TaskContent(title, description, other, priority, due, tags, estimatedHours);
    }

    /** The names of the fields in which another differs. */
    List<String> differences(TaskContent other) {
        return Stream.of(
                        differs("title", title, other.title),
                        differs("description", description, other.description),
                        differs("status", status, other.status),
                        differs("priority", priority, other.priority),
                        differs("due_date", due, other.due),
                        differs("tags", tags, other.tags),
                        differs("estimated_hours", estimatedHours, other.estimatedHours))
                .flatMap(name -> name)
                .toList();
    }

    private static Stream<String> differs(String name, @Nullable Object mine, @Nullable Object others) {
        return Objects.equals(mine, others) ? Stream.empty() : Stream.of(name);
    }

    private static List<String> distinct(List<String> tags) {
        var byName = new LinkedHashMap<String, String>();
        tags.stream().map(TaskContent::tag).forEach(tag -> byName.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag));
        if (byName.size() > MOST_TAGS) {
            throw DomainException.invalid("tags", "A task has at most " + MOST_TAGS + " tags.");
        }
        return List.copyOf(byName.values());
    }

    private static String tag(String typed) {
        var tag = Line.of(typed, "tags", "A tag", LONGEST_TAG);
        if (tag.contains(",")) {
            throw DomainException.invalid("tags", "A tag has no comma: commas stand between tags.");
        }
        return tag;
    }

    private static BigDecimal inHundredths(BigDecimal hours) {
        var isInRange = hours.signum() > 0 && hours.compareTo(MOST_HOURS) <= 0;
        if (!isInRange || hours.stripTrailingZeros().scale() > 2) {
            throw DomainException.invalid(
                    "estimated_hours",
                    "The estimate is above 0 and at most " + MOST_HOURS + " hours, with at most two decimals.");
        }
        return hours.setScale(2, RoundingMode.UNNECESSARY);
    }
}
