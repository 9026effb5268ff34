package io.tenth.web;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which pages of other origins may use the API from a browser.
 *
 * @param corsOrigins exactly as browsers name them: scheme, host, and the port where it is not the usual one
 */
@ConfigurationProperties("tenth.web")
record WebSettings(Set<String> corsOrigins) {

    WebSettings {
        corsOrigins = Set.copyOf(corsOrigins);
    }
}
