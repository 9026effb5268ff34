package io.tenth.entry;

import io.tenth.shared.MatterId;
import io.tenth.shared.Prose;
import io.tenth.shared.WorkType;
import org.jspecify.annotations.Nullable;

/**
 * What was done, and for whom.
 *
 * @param matter in the firm's directory, where it has one
 * @param clientMatter what it was for, as it is shown
 */
public record Work(
        WorkType type,
        boolean billable,
        String description,
        @Nullable MatterId matter,
        @Nullable String clientMatter) {

    private static final int LONGEST_DESCRIPTION = 500;
    private static final int LONGEST_MATTER = 200;

    /** What a person typed, without white space around it. Refuses what is too long and what the store cannot hold. */
    public static Work typed(
            WorkType type,
            boolean billable,
            String description,
            @Nullable MatterId matter,
            @Nullable String clientMatter) {
        return new Work(
                type,
                billable,
                Prose.of(description, "description", "The description", LONGEST_DESCRIPTION),
                matter,
                clientMatter == null || clientMatter.isBlank()
                        ? null
                        : Prose.of(clientMatter, "client_matter", "The client or matter", LONGEST_MATTER));
    }

    /** The same work under the name that the directory has for its matter. */
    Work named(String label) {
        var most = label.offsetByCodePoints(0, Math.min(LONGEST_MATTER, label.codePointCount(0, label.length())));
        return new Work(type, billable, description, matter, label.substring(0, most));
    }
}
