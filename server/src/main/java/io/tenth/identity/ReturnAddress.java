package io.tenth.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a person is sent back to, once they have allowed a program something or not: a page over HTTPS, the person's own machine,
 * or a program on it that its system knows by a scheme.
 */
public final class ReturnAddress {

    private static final int LONGEST = 500;
    private static final Set<String> OWN_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

    /** Schemes that a browser itself acts on, or that lead elsewhere than to a program. */
    private static final Set<String> NO_PROGRAM = Set.of(
            "javascript",
            "data",
            "vbscript",
            "file",
            "blob",
            "about",
            "ftp",
            "ws",
            "wss",
            "mailto",
            "tel",
            "view-source");

    private final URI address;

    private ReturnAddress(URI address) {
        this.address = address;
    }

    /** Empty for what nobody may be sent to. */
    public static Optional<ReturnAddress> of(String text) {
        if (text.length() > LONGEST || !text.matches("[!-~]+")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ReturnAddress(new URI(text))).filter(ReturnAddress::isAllowed);
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether another is the same to the letter; on the person's own machine its port is free (RFC 8252, 7.3). */
    boolean admits(String other) {
        return address.toString().equals(other)
                || (isOwnMachine() && of(other).filter(this::isSameButForPort).isPresent());
    }

    /** Whether it leads to a program on the machine at which the person sits. */
    public boolean isOnOwnMachine() {
        return isOwnMachine() || !isWeb();
    }

    /** Whether it is a page there, of a program that somebody has started, and no scheme by which the system starts one. */
    public boolean isOwnMachine() {
        return scheme().equals("http") && address.getHost() != null && OWN_MACHINE.contains(address.getHost());
    }

    /** Whom it leads to, as a person reads it: a name, or a scheme. */
    public String host() {
        return isWeb() ? address.getHost() : address.getScheme() + ":";
    }

    /** What a policy of a page's content calls it. */
    public String source() {
        return isWeb() && !address.getHost().startsWith("[")
                ? address.getScheme() + "://" + address.getAuthority()
                : address.getScheme() + ":";
    }

    private boolean isAllowed() {
        if (address.getScheme() == null || address.getRawFragment() != null || address.getRawUserInfo() != null) {
            return false;
        }
        return isWeb() ? isAllowedOnTheWeb() : !NO_PROGRAM.contains(scheme());
    }

    private boolean isAllowedOnTheWeb() {
        return address.getHost() != null && (scheme().equals("https") || isOwnMachine());
    }

    private boolean isSameButForPort(ReturnAddress other) {
        return other.isOwnMachine()
                && other.address.getHost().equals(address.getHost())
                && Objects.equals(other.address.getRawPath(), address.getRawPath())
                && Objects.equals(other.address.getRawQuery(), address.getRawQuery());
    }

    private boolean isWeb() {
        return scheme().equals("https") || scheme().equals("http");
    }

    private String scheme() {
        return address.getScheme().toLowerCase(Locale.ROOT);
    }
}
