package io.tenth.crypto;

import io.tenth.store.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key-encryption key of this installation: a file beside its other secrets. */
@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {

    @Bean
    KeyEncryptionKey keyEncryptionKey(Secrets secrets) {
        return FileKeyEncryptionKey.of(secrets.made("key-encryption-key.json", FileKeyEncryptionKey::newKeyset));
    }
}
