package io.tenth.identity;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts, and the only writer of them. */
@Service
public class Accounts {

    private final AccountRepository repository;
    private final InvitationRepository invitations;
    private final Vault vault;
    private final AuditLog audit;
    private final Clock clock;

    Accounts(AccountRepository repository, InvitationRepository invitations, Vault vault, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.invitations = invitations;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Account own(Actor.Person person) {
        return repository.find(person.user()).orElseThrow(() -> DomainException.notFound("account"));
    }

    /** All accounts for an administrator; for everybody else their own. */
    @Transactional(readOnly = true)
    public List<Account> visible(Actor.Person person) {
        return repository.all();
    }

    @Transactional(readOnly = true)
    public boolean anyAdministrator(Actor.Program program) {
        return repository.any(Role.ADMIN);
    }

    /** Uses up the link that the newcomer presents, and makes the account. Refuses a used link and an address that has one. */
    @Transactional
    Account make(NewAccount asked, String passwordHash, Actor.Newcomer newcomer) {
        var role = invitations.redeem(newcomer.claim(), clock.instant()).orElseThrow(Accounts::usedLink);
        var person = new Actor.Person(newcomer.user(), role);
        var account = new Account(
                person.user(), asked.email().value(), asked.fullName(), role, asked.zone(), clock.instant(), null);
        if (!repository.insert(account, passwordHash)) {
            throw DomainException.conflict("This address has an account already. Sign in with it.");
        }
        vault.makeKeyOf(person.user());
        audit.append(
                AuditEvent.of(person, "account.created", "account", account.id().value())
                        .with(ComplianceFlag.ACCESS)
                        .with(Map.of("role", role.key())));
        return account;
    }

    static DomainException usedLink() {
        return DomainException.notFound("invitation: the link was used, is too old, or was replaced by a newer one");
    }

    @Transactional
    Optional<AccountRepository.Attempt> beginAttempt(EmailAddress email, Actor.Visitor visitor) {
        var attempt = repository.beginAttempt(email, LockRule.STANDARD, clock.instant());
        attempt.filter(AccountRepository.Attempt::locks)
                .ifPresent(locking -> audit.append(
                        byNobody("account.locked", Optional.of(locking.person()), AuditEvent.Result.SUCCESS)));
        return attempt;
    }

    /** Records a sign-in that was refused. Its address stays out of the log: it may be a password typed into the wrong field. */
    @Transactional
    void refuseAttempt(Optional<Actor.Person> known, Actor.Visitor visitor) {
        audit.append(byNobody("account.sign_in", known, AuditEvent.Result.REFUSED));
    }

    @Transactional
    Account completeAttempt(Actor.Person person) {
        var account = repository
                .completeAttempt(person.user(), clock.instant())
                .orElseThrow(() -> DomainException.notFound("account"));
        audit.append(AuditEvent.of(
                        person, "account.sign_in", "account", person.user().value())
                .with(ComplianceFlag.ACCESS));
        return account;
    }

    /** An event before anybody has signed in; the account is the one that it is about, where there is one. */
    private static AuditEvent byNobody(String operation, Optional<Actor.Person> about, AuditEvent.Result result) {
        return new AuditEvent(
                null,
                operation,
                "account",
                about.map(person -> person.user().value().toString()).orElse("unknown"),
                result,
                Set.of(ComplianceFlag.ACCESS),
                Map.of());
    }
}
