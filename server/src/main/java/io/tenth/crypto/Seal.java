package io.tenth.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's keys at work: seals text for a place in the database, opens it again, and gives texts an identity that nobody
 * without the key can recompute.
 */
public final class Seal {

    private final UUID user;
    private final Aead aead;
    private final Mac mac;

    Seal(UUID user, Aead aead, Mac mac) {
        this.user = user;
        this.aead = aead;
        this.mac = mac;
    }

    public byte[] close(Place place, String text) {
        return closeBytes(place, text.getBytes(StandardCharsets.UTF_8));
    }

    public byte @Nullable [] closeIfAny(Place place, @Nullable String text) {
        return text == null ? null : close(place, text);
    }

    /** Throws {@link UnreadableException} when the value was not sealed for this place by this person's key. */
    public String open(Place place, byte[] sealed) {
        return new String(openBytes(place, sealed), StandardCharsets.UTF_8);
    }

    public @Nullable String openIfAny(Place place, byte @Nullable [] sealed) {
        return sealed == null ? null : open(place, sealed);
    }

    public byte[] closeBytes(Place place, byte[] content) {
        try {
            return aead.encrypt(content, place.associatedData(user));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a value could not be sealed for " + place, e);
        }
    }

    public byte[] openBytes(Place place, byte[] sealed) {
        try {
            return aead.decrypt(sealed, place.associatedData(user));
        } catch (GeneralSecurityException e) {
            throw new UnreadableException("the value at " + place + " was not sealed for that place", e);
        }
    }

    /** A keyed hash: equal for equal texts of one person, and meaningless to whoever lacks the key. */
    public byte[] identity(String text) {
        try {
            return mac.computeMac(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no identity could be computed", e);
        }
    }
}
