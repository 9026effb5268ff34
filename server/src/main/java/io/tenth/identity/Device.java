package io.tenth.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/**
 * From where somebody is signed in, so that a person recognises their own sessions in the list.
 *
 * @param agent what the browser or program says of itself, cut to 200 characters
 * @param address its address in the network
 */
public record Device(String agent, String address) {

    /** Where a session is begun without a request. */
    public static final Device NONE = new Device("", "");

    private static final int MOST = 200;

    public Device {
        agent = printable(agent, MOST);
        address = printable(address, MOST / 2);
    }

    public static Device of(HttpServletRequest request) {
        return new Device(Objects.requireNonNullElse(request.getHeader("User-Agent"), ""), request.getRemoteAddr());
    }

    private static String printable(String text, int most) {
        var kept = new StringBuilder();
        text.codePoints()
                .filter(character ->
                        !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE)
                .limit(most)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
