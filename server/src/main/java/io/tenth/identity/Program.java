package io.tenth.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A program that has registered itself, so that people can connect it. It has no secret: whoever knows its id can say that they
 * are it, which is why each connection is asked for.
 *
 * @param name what it calls itself; nobody has checked that
 * @param redirects where a person may be sent back to
 */
public record Program(UUID id, String name, List<String> redirects, Instant createdAt) {

    public Program {
        redirects = List.copyOf(redirects);
    }

    /** Whether a person may be sent back there: exactly as registered, but for the port on the person's own machine. */
    public boolean mayReturnTo(String redirect) {
        return redirects.stream()
                .anyMatch(registered -> ReturnAddress.of(registered)
                        .filter(address -> address.admits(redirect))
                        .isPresent());
    }
}
