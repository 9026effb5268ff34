package io.tenth.shared;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is written to the log of a fault that may speak of somebody's mail. */
public final class Course {

    private static final String OURS = "io.tenth.";

    private Course() {}

    /** What was thrown and where, down to its cause. Without what the exceptions say: that may be text of somebody's mail. */
    public static String of(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .map(Course::place)
                .collect(Collectors.joining(", because of "));
    }

    private static String place(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> thrown.getClass().getName() + " at " + frame)
                .orElseGet(() -> thrown.getClass().getName());
    }
}
