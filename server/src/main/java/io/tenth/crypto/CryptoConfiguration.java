package io.tenth.crypto;

import io.tenth.store.Secrets;
import io.tenth.store.StartRefusedException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key-encryption key of this installation: a file beside its other secrets. */
@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {

    private static final String FILE = "key-encryption-key.json";

    @Bean
    KeyEncryptionKey keyEncryptionKey(Secrets secrets) {
        try {
            return FileKeyEncryptionKey.of(secrets.lasting(FILE, FileKeyEncryptionKey::newKeyset));
        } catch (IllegalArgumentException damaged) {
            throw new StartRefusedException("The file secrets/" + FILE
                    + " is damaged: restore it from a backup. What it has sealed cannot be read with another.");
        }
    }
}
