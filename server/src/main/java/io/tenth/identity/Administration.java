package io.tenth.identity;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.shared.Actor;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import io.tenth.shared.Page;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import io.tenth.shared.Version;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator sees of the accounts, and changes of them. Nobody else gets in; the database holds that too. */
@Service
public class Administration {

    private final AccountRepository accounts;
    private final SessionRepository sessions;
    private final Presence presence;
    private final AuditLog audit;
    private final Clock clock;

    Administration(
            AccountRepository accounts, SessionRepository sessions, Presence presence, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.presence = presence;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Accounts in the order of their addresses.
     *
     * @param after the address before the page; null for the first page
     */
    @Transactional(readOnly = true)
    public Page<Account> page(@Nullable String after, int limit, Actor.Person administrator) {
        demandAdministrator(administrator);
        var size = Page.size(limit);
        return Page.cut(
                accounts.page(after == null ? "" : after, size + 1),
                size,
                account -> new EmailAddress(account.email()).value());
    }

    @Transactional(readOnly = true)
    public Account one(UserId user, Actor.Person administrator) {
        demandAdministrator(administrator);
        return accounts.find(user).orElseThrow(() -> DomainException.notFound("account"));
    }

    /** Changes what an account may do, and ends its sessions. The last administrator cannot be lost. */
    @Transactional
    public Account change(UserId user, Standing standing, Demand demanded, Actor.Person administrator) {
        demandAdministrator(administrator);
        accounts.lockAdministrators();
        var account = accounts.changeStanding(user, standing, demanded, clock.instant())
                .orElseThrow(() ->
                        accounts.find(user).isPresent() ? Version.outdated() : DomainException.notFound("account"));
        if (!accounts.any(Role.ADMIN)) {
            throw DomainException.conflict("This is the last administrator. Make another one first.");
        }
        sessions.deleteAll(user, null);
        presence.forget(user);
        audit.append(AuditEvent.of(administrator, "account.standing_changed", "account", user.value())
                .with(ComplianceFlag.ACCESS)
                .with(Map.of("role", account.role().key(), "disabled", account.disabled())));
        return account;
    }

    private static void demandAdministrator(Actor.Person person) {
        if (person.role() != Role.ADMIN) {
            throw new DomainException(
                    ErrorCode.AUTHORIZATION_ERROR, "Only an administrator sees and changes who has an account.");
        }
    }
}
