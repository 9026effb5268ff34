package io.tenth.settings;

import io.tenth.shared.UserId;
import io.tenth.shared.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's settings as they are kept.
 *
 * @param zone of the account
 * @param accountVersion of the account, whose zone is shown among the settings
 * @param updatedAt null where the person has never changed any
 */
public record OwnSettings(
        Settings settings,
        ZoneId zone,
        Version version,
        Version accountVersion,
        @Nullable Instant updatedAt) {

    /** Strong: it changes also when the zone is changed in the account. */
    public String etag() {
        return version.etag(accountVersion.number());
    }

    /** What a change came to. */
    public record Changed(OwnSettings now, List<Settings.Difference> differences, UserId by, Instant at) {

        public Changed {
            differences = List.copyOf(differences);
        }
    }
}
