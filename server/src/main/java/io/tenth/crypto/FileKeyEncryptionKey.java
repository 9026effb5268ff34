package io.tenth.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** A key-encryption key out of a file's text: a Tink keyset in JSON, which only the owner of the file can read. */
public final class FileKeyEncryptionKey implements KeyEncryptionKey {

    private final String id;
    private final Aead aead;

    private FileKeyEncryptionKey(String id, Aead aead) {
        this.id = id;
        this.aead = aead;
    }

    /** Makes the text of a new key file. */
    public static String newKeyset() {
        try {
            var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, Tink.CONFIGURATION);
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, Tink.CONFIGURATION, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    /** Reads the text of a key file. Refuses with a sentence that does not quote it. */
    public static FileKeyEncryptionKey of(String keyset) {
        try {
            var handle =
                    TinkJsonProtoKeysetFormat.parseKeyset(keyset, Tink.CONFIGURATION, InsecureSecretKeyAccess.get());
            var id = "file:" + Integer.toUnsignedString(handle.getPrimary().getId());
            return new FileKeyEncryptionKey(id, handle.getPrimitive(Tink.CONFIGURATION, Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key-encryption key file is not a Tink keyset", e);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public byte[] wrap(byte[] dataKey, byte[] context) {
        try {
            return aead.encrypt(dataKey, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the data key could not be wrapped", e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) {
        try {
            return aead.decrypt(wrapped, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a data key was not wrapped by " + id + " for this person", e);
        }
    }
}
