package io.tenth.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a person who came from a program goes no further, for the page that tells them.
 *
 * @param back where they can go on to, of their own will; null where it is not sure to be the program's
 */
public record RefusedProgram(String sentence, @Nullable Way back) {

    private static final String NAME = "refusedProgram";

    /** A link to the program, with what was wrong; and whom it leads to, as a person reads it. */
    public record Way(String link, String host) {}

    /** Keeps it with the request, under the name by which the page finds it. */
    public void tell(HttpServletRequest request) {
        request.setAttribute(NAME, this);
    }

    /** What was kept with the request. */
    public static Optional<RefusedProgram> of(HttpServletRequest request) {
        return Optional.ofNullable((RefusedProgram) request.getAttribute(NAME));
    }
}
