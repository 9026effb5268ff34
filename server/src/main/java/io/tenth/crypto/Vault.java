package io.tenth.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import com.google.crypto.tink.util.Bytes;
import io.tenth.shared.Actor;
import io.tenth.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everybody's data keys, each made with its account and kept wrapped by the key-encryption key. A key that was opened stays in
 * memory for a few minutes; destroying its row makes everything that it sealed unreadable once that time has passed.
 */
@Service
public class Vault {

    private static final Duration MEMORY = Duration.ofMinutes(5);
    private static final int MOST_IN_MEMORY = 10_000;

    private final DataKeyRepository repository;
    private final KeyEncryptionKey wrapping;
    private final Clock clock;
    private final Cache<UserId, Seal> open = Caffeine.newBuilder()
            .expireAfterWrite(MEMORY)
            .maximumSize(MOST_IN_MEMORY)
            .build();

    Vault(DataKeyRepository repository, KeyEncryptionKey wrapping, Clock clock) {
        this.repository = repository;
        this.wrapping = wrapping;
        this.clock = clock;
    }

    /** The person's seal. Needs the person's own transaction, since only there can the wrapped key be seen. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Seal sealOf(Actor.Person person) {
        var known = open.getIfPresent(person.user());
        if (known != null) {
            return known;
        }
        var wrapped = repository
                .find(person.user())
                .orElseThrow(() -> new IllegalStateException("there is no data key of " + person.user()));
        var seal = unwrap(person.user(), wrapped);
        open.put(person.user(), seal);
        return seal;
    }

    /**
     * Makes the key of a new account, in the transaction that makes the account. It is not kept in memory: should that
     * transaction fail, nothing may ever be sealed with a key that no row holds.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void makeKeyOf(UserId user) {
        repository.insert(user, wrap(user), clock.instant());
    }

    private DataKeyRepository.WrappedKey wrap(UserId user) {
        try {
            var keys = TinkProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, Tink.CONFIGURATION),
                    InsecureSecretKeyAccess.get(),
                    Tink.CONFIGURATION);
            var macs = TinkProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG, Tink.CONFIGURATION),
                    InsecureSecretKeyAccess.get(),
                    Tink.CONFIGURATION);
            return new DataKeyRepository.WrappedKey(
                    wrapping.id(),
                    Bytes.copyFrom(wrapping.wrap(keys, context(user, "seal"))),
                    Bytes.copyFrom(wrapping.wrap(macs, context(user, "mac"))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no data key could be made", e);
        }
    }

    private Seal unwrap(UserId user, DataKeyRepository.WrappedKey wrapped) {
        if (!wrapped.wrappedBy().equals(wrapping.id())) {
            throw new IllegalStateException(
                    "a data key was wrapped by " + wrapped.wrappedBy() + ", but this server has " + wrapping.id()
                            + ": give it the key file that belongs to this database");
        }
        try {
            var keys = wrapping.unwrap(wrapped.sealKey().toByteArray(), context(user, "seal"));
            var macs = wrapping.unwrap(wrapped.macKey().toByteArray(), context(user, "mac"));
            return new Seal(
                    user.value(),
                    TinkProtoKeysetFormat.parseKeyset(keys, InsecureSecretKeyAccess.get(), Tink.CONFIGURATION)
                            .getPrimitive(Tink.CONFIGURATION, Aead.class),
                    TinkProtoKeysetFormat.parseKeyset(macs, InsecureSecretKeyAccess.get(), Tink.CONFIGURATION)
                            .getPrimitive(Tink.CONFIGURATION, Mac.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the data key of a person could not be read", e);
        }
    }

    private static byte[] context(UserId user, String purpose) {
        return ("data_keys|" + purpose + "|" + user.value()).getBytes(StandardCharsets.UTF_8);
    }
}
