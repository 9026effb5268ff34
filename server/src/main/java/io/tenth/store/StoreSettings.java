package io.tenth.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the data is.
 *
 * @param home the folder of this installation
 * @param url of a PostgreSQL to use as the role that serves requests; null for the embedded one
 * @param ownerUrl of the same database as the role that owns the tables; null for the embedded one
 * @param poolSize connections
 */
@ConfigurationProperties("tenth.store")
public record StoreSettings(
        Path home, @Nullable String url, @Nullable String ownerUrl, int poolSize) {

    @Override
    public String toString() {
        return "StoreSettings[home=" + home + ", poolSize=" + poolSize + "]";
    }
}
