package io.tenth.identity;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.shared.Actor;
import io.tenth.shared.UserId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passwords of the accounts. One that changes ends the sessions that the last one began. */
@Service
class StoredPasswords {

    private final AccountRepository accounts;
    private final ResetRepository resets;
    private final SessionRepository sessions;
    private final Presence presence;
    private final AuditLog audit;
    private final Clock clock;

    StoredPasswords(
            AccountRepository accounts,
            ResetRepository resets,
            SessionRepository sessions,
            Presence presence,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.resets = resets;
        this.sessions = sessions;
        this.presence = presence;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sets the password of somebody who knew the last one; the session in which they did so stays. */
    @Transactional
    void change(String passwordHash, Optional<SessionId> kept, Actor.Person person) {
        set(person.user(), passwordHash, kept, "account.password_changed");
    }

    /** Sets the password of somebody who presents the hash of a link. Empty where the link is no longer good. */
    @Transactional
    Optional<Account> replace(String passwordHash, Actor.Newcomer newcomer) {
        if (!resets.redeem(newcomer.user(), newcomer.claim(), clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(set(newcomer.user(), passwordHash, Optional.empty(), "account.password_replaced"));
    }

    private Account set(UserId user, String passwordHash, Optional<SessionId> kept, String operation) {
        var account = accounts.setPassword(user, passwordHash, clock.instant());
        var ended = sessions.deleteAll(user, kept.orElse(null));
        presence.forget(user);
        audit.append(new AuditEvent(
                user,
                operation,
                "account",
                user.value().toString(),
                AuditEvent.Result.SUCCESS,
                Set.of(ComplianceFlag.ACCESS),
                Map.of("sessions_ended", ended)));
        return account;
    }
}
