package io.tenth.identity;

import org.springframework.stereotype.Component;

/**
 * Where people reach this server, as its operator has set it ({@code PUBLIC_URL}). The links that are handed out begin with it,
 * and never with what a request says of itself: whoever sends a request may write any host into it.
 */
@Component
final class PublicAddress {

    private final String origin;

    PublicAddress(PostSettings settings) {
        origin = settings.publicUrl() == null
                ? ""
                : settings.publicUrl().toString().replaceAll("/+$", "");
    }

    boolean isKnown() {
        return !origin.isEmpty();
    }

    /** A link; where the address is not known only its path, which a browser completes with where it is itself. */
    String link(String path) {
        return origin + path;
    }
}
