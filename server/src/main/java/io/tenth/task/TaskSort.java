package io.tenth.task;

import io.tenth.shared.DomainException;
import java.util.Arrays;
import java.util.Locale;

/**
 * The order of a list of tasks; tasks that are alike in it stand by their id.
 *
 * @param descending the greatest first, which {@code -} before the name says
 */
public record TaskSort(Field field, boolean descending) {

    /** By what. */
    public enum Field {
        CREATED_AT,
        UPDATED_AT,
        /** A task that is never due counts as due last. */
        DUE_DATE,
        PRIORITY,
        /** Without regard to case. */
        TITLE,
        /** How well the words of the filter are met; always the best first. */
        RELEVANCE
    }

    private static final TaskSort NEWEST = new TaskSort(Field.CREATED_AT, true);
    private static final TaskSort BEST = new TaskSort(Field.RELEVANCE, true);

    /** Reads a name of the API such as {@code -created_at}. Refuses another word. */
    public static TaskSort ofKey(String key) {
        var isMinus = key.startsWith("-");
        var name = isMinus ? key.substring(1) : key;
        return Arrays.stream(Field.values())
                .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(name))
                .filter(field -> !isMinus || field != Field.RELEVANCE)
                .map(field -> new TaskSort(field, isMinus || field == Field.RELEVANCE))
                .findFirst()
                .orElseThrow(() -> DomainException.invalid(
                        "sort",
                        "The sort is relevance, or one of created_at, updated_at,"
                                + " due_date, priority, title, with - before it for the other way round."));
    }

    /** The order where none is asked for: the best first in a search, else the newest. */
    public static TaskSort usual(TaskFilter filter) {
        return filter.words() == null ? NEWEST : BEST;
    }
}
