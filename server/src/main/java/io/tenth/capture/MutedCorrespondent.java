package io.tenth.capture;

import io.tenth.shared.DomainException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/** An address from whose mail nothing is proposed. */
public record MutedCorrespondent(UUID id, Kind kind, String address, Instant createdAt) {

    /** On which side of the mail the address stands. */
    public enum Kind {
        SENDER,
        RECIPIENT;

        /** The name in the store and in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads a name of the API. Refuses another word. */
        public static Kind ofKey(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> DomainException.invalid("kind", "The kind is sender or recipient."));
        }
    }
}
