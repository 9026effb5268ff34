package io.tenth.identity;

import java.net.URI;
import org.springframework.stereotype.Component;

/**
 * Where people reach this server, as its operator has set it ({@code PUBLIC_URL}). The links that are handed out begin with it,
 * and never with what a request says of itself: whoever sends a request may write any host into it.
 */
@Component
public final class PublicAddress {

    private final String origin;

    PublicAddress(PostSettings settings) {
        origin = settings.publicUrl() == null
                ? ""
                : settings.publicUrl().toString().replaceAll("/+$", "");
    }

    public boolean isKnown() {
        return !origin.isEmpty();
    }

    /** A link; where the address is not known, one from where the asker sees this server. */
    public String link(String path, String seenAt) {
        return (isKnown() ? origin : seenAt) + path;
    }

    /** Whether a name is the one of the address. */
    public boolean isHost(String name) {
        return isKnown() && name.equalsIgnoreCase(URI.create(origin).getHost());
    }

    /** A link; where the address is not known only its path, which a browser completes with where it is itself. */
    public String link(String path) {
        return origin + path;
    }
}
