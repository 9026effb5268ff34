package io.tenth.identity;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.SecretToken;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import io.tenth.shared.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one-time links with which accounts are made. The first one, for the administrator, is printed when the server starts. */
@Service
public class Invitations {

    /** How long a link can be used. */
    public static final Duration LIFE = Duration.ofDays(3);

    private final InvitationRepository repository;
    private final PublicAddress address;
    private final AuditLog audit;
    private final Clock clock;

    Invitations(InvitationRepository repository, PublicAddress address, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.address = address;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes the link of the first administrator; any that was printed before is void. */
    @Transactional
    public SecretToken inviteFirstAdministrator(Actor.Program program) {
        repository.deleteUnused(Role.ADMIN);
        audit.append(new AuditEvent(
                null,
                "account.invited",
                "account",
                "first administrator",
                AuditEvent.Result.SUCCESS,
                Set.of(ComplianceFlag.ACCESS),
                Map.of("role", Role.ADMIN.key())));
        return make(Role.ADMIN);
    }

    /** Makes a link for a colleague. Only an administrator may. */
    @Transactional
    public SecretToken invite(Role role, Actor.Person person) {
        if (person.role() != Role.ADMIN) {
            throw new DomainException(ErrorCode.AUTHORIZATION_ERROR, "Only an administrator invites people.");
        }
        audit.append(AuditEvent.of(
                        person, "account.invited", "account", person.user().value())
                .with(ComplianceFlag.ACCESS)
                .with(Map.of("role", role.key())));
        return make(role);
    }

    /** The role that a link gives, if it can still be used. The visitor's claim is the token's hash. */
    @Transactional(readOnly = true)
    public Optional<Role> roleOf(SecretToken token, Actor.Visitor visitor) {
        return repository.findUsable(token.hash(), clock.instant());
    }

    /**
     * The link that a token is handed over in. It begins with the public address, where that is known. The token stands behind
     * {@code #}, which a browser sends to no server and to no page that is opened next.
     */
    public String link(SecretToken token) {
        return address.link("/join#" + token.value());
    }

    private SecretToken make(Role role) {
        var token = SecretToken.next();
        repository.insert(token.hash(), role, clock.instant(), clock.instant().plus(LIFE));
        return token;
    }
}
