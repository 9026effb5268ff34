package io.tenth.crypto;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import java.security.GeneralSecurityException;

/** The library that does the cryptography, with the two kinds of keys that are used here. */
final class Tink {

    static final Configuration CONFIGURATION = configuration();

    private Tink() {}

    private static Configuration configuration() {
        try {
            AeadConfig.register();
            MacConfig.register();
            return RegistryConfiguration.get();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the library for cryptography did not start", e);
        }
    }
}
