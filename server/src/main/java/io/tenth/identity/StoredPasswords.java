package io.tenth.identity;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.shared.Actor;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The passwords of the accounts. One that changes ends the sessions that the last one began. One that is replaced by a link also
 * revokes the personal tokens and ends the connected programs: whoever knew the last one may have made some.
 */
@Service
class StoredPasswords {

    private final AccountRepository accounts;
    private final ResetRepository resets;
    private final SessionRepository sessions;
    private final ApiTokenRepository tokens;
    private final ProgramGrantRepository programs;
    private final Presence presence;
    private final AuditLog audit;
    private final Clock clock;

    StoredPasswords(
            AccountRepository accounts,
            ResetRepository resets,
            SessionRepository sessions,
            ApiTokenRepository tokens,
            ProgramGrantRepository programs,
            Presence presence,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.resets = resets;
        this.sessions = sessions;
        this.tokens = tokens;
        this.programs = programs;
        this.presence = presence;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sets the password of somebody who knew the last one; the session in which they did so stays. */
    @Transactional
    void change(String passwordHash, Optional<SessionId> kept, Actor.Person person) {
        var account = accounts.setPassword(person.user(), passwordHash, clock.instant());
        var ended = sessions.deleteAll(account.id(), kept.orElse(null));
        record(account, "account.password_changed", Map.of("sessions_ended", ended));
    }

    /** Sets the password of somebody who presents the hash of a link. Empty where the link is no longer good. */
    @Transactional
    Optional<Account> replace(String passwordHash, Actor.Newcomer newcomer) {
        if (!resets.redeem(newcomer.user(), newcomer.claim(), clock.instant())) {
            return Optional.empty();
        }
        var account = accounts.setPassword(newcomer.user(), passwordHash, clock.instant());
        var ended = sessions.deleteAll(account.id(), null);
        var revoked = tokens.deleteAll(account.id()) + programs.deleteAll(account.id());
        record(account, "account.password_replaced", Map.of("sessions_ended", ended, "tokens_revoked", revoked));
        return Optional.of(account);
    }

    private void record(Account account, String operation, Map<String, Object> counts) {
        presence.forget(account.id());
        audit.append(new AuditEvent(
                account.id(),
                operation,
                "account",
                account.id().value().toString(),
                AuditEvent.Result.SUCCESS,
                Set.of(ComplianceFlag.ACCESS),
                counts));
    }
}
