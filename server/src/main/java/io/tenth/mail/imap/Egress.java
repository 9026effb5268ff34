package io.tenth.mail.imap;

import io.tenth.mail.MailServiceException;
import io.tenth.mail.MailServiceException.Impossible;
import io.tenth.mail.MailServiceException.Unavailable;
import io.tenth.shared.Inside;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where this server may connect to when a person names a host. Whoever may name hosts could otherwise look around in the network
 * that the server stands in. A name is resolved once: what was checked is what is connected to, whatever the name leads to next.
 */
final class Egress {

    private final Set<String> allowed;
    private final Resolver resolver;

    /** Finds the addresses of a host. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    Egress(Collection<String> allowed, Resolver resolver) {
        this.allowed =
                allowed.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        this.resolver = resolver;
    }

    /** The addresses of a host. Refuses a host of which any address lies within the network, unless the operator allows it. */
    List<InetAddress> addressesOf(String host) throws MailServiceException {
        var addresses = resolved(host);
        if (!allowed.contains(host.toLowerCase(Locale.ROOT))
                && Arrays.stream(addresses).anyMatch(Inside::is)) {
            throw new Impossible(
                    "This host lies within the server's own network. Whoever runs Tenth can allow it with MAIL_ALLOW_HOSTS.");
        }
        return List.of(addresses);
    }

    private InetAddress[] resolved(String host) throws MailServiceException {
        try {
            return resolver.addressesOf(host);
        } catch (UnknownHostException | IllegalArgumentException unknown) {
            throw new Unavailable("No mail server was found under this name.", unknown);
        }
    }
}
