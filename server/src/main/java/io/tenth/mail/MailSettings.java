package io.tenth.mail;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator says of mail.
 *
 * @param folder holds people's mail, each person's below a folder named after their id; null where none is opened
 * @param allowHosts mail servers inside the network that may be connected all the same
 * @param caFile authorities that are trusted beside the public ones; null where there are none
 */
@ConfigurationProperties("tenth.mail")
public record MailSettings(
        @Nullable Path folder,
        List<String> allowHosts,
        @Nullable Path caFile) {

    public MailSettings {
        allowHosts = List.copyOf(allowHosts);
    }
}
