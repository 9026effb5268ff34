package io.tenth.identity;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How letters go out.
 *
 * @param publicUrl where people reach this server: see {@link PublicAddress}
 * @param host the mail server; null where there is none, and no letters
 * @param user null where the mail server asks for no password
 * @param from the sender's address
 */
@ConfigurationProperties("tenth.post")
record PostSettings(
        @Nullable URI publicUrl,
        @Nullable String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        @Nullable String from,
        Security security) {

    /** What protects the way to the mail server. */
    enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    @Override
    public String toString() {
        return "PostSettings[publicUrl=" + publicUrl + ", host=" + host + ", port=" + port + "]";
    }
}
