package io.tenth.mail;

import io.tenth.crypto.SecretToken;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.MailboxId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Connects mailboxes of which people sign in at the provider: Gmail, Microsoft 365. The way there and back belongs to one person,
 * one session of their browser, and a quarter of an hour.
 */
@Service
public class Granting {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final List<Grants> offered;
    private final GrantStates states;
    private final Connecting connecting;
    private final PublicAddress address;
    private final Clock clock;

    Granting(
            ObjectProvider<Grants> all, GrantStates states, Connecting connecting, PublicAddress address, Clock clock) {
        this.offered = all.stream()
                .filter(Grants::isSetUp)
                .sorted(Comparator.comparing(Grants::kind))
                .toList();
        this.states = states;
        this.connecting = connecting;
        this.address = address;
        this.clock = clock;
        if (!offered.isEmpty() && address.publicUrl() == null) {
            throw new IllegalStateException(
                    "GMAIL_CLIENT_ID and GRAPH_CLIENT_ID need PUBLIC_URL, to which people come back from the sign-in.");
        }
    }

    /** The kinds that this server is registered for. */
    public List<MailboxKind> offered() {
        return offered.stream().map(Grants::kind).toList();
    }

    /**
     * Where the person signs in at the provider.
     *
     * @param mailbox the one to be connected anew; null for a new one
     * @param browser names the session of the person's browser
     */
    public URI begin(MailboxKind kind, @Nullable MailboxId mailbox, String browser, Actor.Person person) {
        var verifier = SecretToken.next().value();
        var state = new GrantState(
                kind,
                mailbox == null ? null : mailbox.value(),
                verifier,
                browser,
                clock.instant().plus(LONGEST));
        return grants(kind).link(states.close(state, person), challenge(verifier), address.callback());
    }

    /** The mailbox that the person has let this server read, once it was opened. Refuses another's or an old sign-in. */
    public MailboxId complete(String state, String code, String browser, Actor.Person person) {
        var begun = states.open(state, person);
        if (!begun.browser().equals(browser) || clock.instant().isAfter(begun.expiresAt())) {
            throw GrantStates.refused();
        }
        var grant = redeemed(begun, code);
        if (begun.mailbox() == null) {
            return connecting.connect(begun.kind(), grant, person);
        }
        var mailbox = new MailboxId(begun.mailbox());
        connecting.reconnect(mailbox, begun.kind(), grant, person);
        return mailbox;
    }

    private Connection.Grant redeemed(GrantState begun, String code) {
        try {
            return grants(begun.kind()).redeem(code, begun.verifier(), address.callback());
        } catch (MailServiceException refusal) {
            throw DomainException.invalid(refusal.sentence());
        }
    }

    private Grants grants(MailboxKind kind) {
        return offered.stream()
                .filter(grants -> grants.kind() == kind)
                .findFirst()
                .orElseThrow(() -> DomainException.invalid("Nobody signs in to such a mailbox on this server."));
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
