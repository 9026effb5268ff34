package io.tenth.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people reach this server, as its operator says; never as a request says of itself.
 *
 * @param publicUrl null where it was not said
 */
@ConfigurationProperties("tenth.post")
record PublicAddress(@Nullable URI publicUrl) {

    private static final String CALLBACK = "/mailboxes/callback";

    /** Where a provider sends people back to. */
    URI callback() {
        if (publicUrl == null) {
            throw new IllegalStateException("there is no public address");
        }
        return URI.create(publicUrl.toString().replaceAll("/+$", "") + CALLBACK);
    }
}
