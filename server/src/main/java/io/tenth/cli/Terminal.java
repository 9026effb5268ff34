package io.tenth.cli;

import org.jspecify.annotations.Nullable;

/**
 * What a command may know of the place its output goes to.
 *
 * @param columns how wide a table may be
 * @param outputIsSeen whether standard output is a terminal; the launcher finds out
 * @param errorsAreSeen whether standard error is one, so that a progress bar has a reader
 */
record Terminal(int columns, boolean outputIsSeen, boolean errorsAreSeen) {

    private static final int USUAL_COLUMNS = 120;
    private static final int NARROWEST = 80;
    private static final int WIDEST = 200;

    /** Reads {@code COLUMNS} of the environment and {@code -Dtenth.stdout.terminal=true}, {@code -Dtenth.stderr…}. */
    static Terminal ofThisProcess() {
        return new Terminal(
                columns(System.getenv("COLUMNS")),
                Boolean.getBoolean("tenth.stdout.terminal"),
                Boolean.getBoolean("tenth.stderr.terminal"));
    }

    /** The width asked for, within what a table needs and an eye can follow. */
    static int columns(@Nullable String asked) {
        if (asked == null || !asked.matches("\\d{1,5}")) {
            return USUAL_COLUMNS;
        }
        return Math.clamp(Integer.parseInt(asked), NARROWEST, WIDEST);
    }
}
