package io.tenth.capture;

import io.tenth.crypto.Place;
import io.tenth.crypto.Seal;
import io.tenth.crypto.Vault;
import io.tenth.mail.Mailboxes;
import io.tenth.shared.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;

/** Names, seals and opens what is remembered of a person's messages. */
@Component
class CacheSeals {

    private final Vault vault;
    private final Mailboxes mailboxes;
    private final EngineVersion version;

    CacheSeals(Vault vault, Mailboxes mailboxes, EngineVersion version) {
        this.vault = vault;
        this.mailboxes = mailboxes;
        this.version = version;
    }

    @Transactional(readOnly = true)
    CacheSeal of(Actor.Person person) {
        return new CacheSeal(vault.sealOf(person), mailboxes.removed(person), version.value());
    }

    /**
     * That of one person, at one time.
     *
     * @param removed how many mailboxes the person has removed. It is part of each key: with a mailbox, all that was remembered
     *     until then goes out of reach, also where it cannot be deleted at once
     */
    record CacheSeal(Seal seal, int removed, String version) {

        CacheKey key(String digest, String settings) {
            return new CacheKey(seal.identity("analysis|" + removed + "|" + digest + "|" + version + "|" + settings));
        }

        byte[] close(CacheKey key, List<Finding.Found> found) {
            return seal.closeBytes(place(key), FoundText.write(found));
        }

        /** Empty where it is not what this has closed: garbage, or sealed by a key that is no more. */
        Optional<List<Finding.Found>> open(CacheKey key, byte[] value) {
            try {
                return Optional.of(FoundText.read(seal.openBytes(place(key), value)));
            } catch (IllegalStateException | JacksonException unreadable) {
                return Optional.empty();
            }
        }

        private static Place place(CacheKey key) {
            return new Place("analysis_cache", "found", UUID.nameUUIDFromBytes(key.bytes()));
        }
    }
}
