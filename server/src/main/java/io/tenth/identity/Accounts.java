package io.tenth.identity;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.Vault;
import io.tenth.shared.Actor;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.Role;
import io.tenth.shared.UserId;
import io.tenth.shared.Version;
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
    private final Presence presence;
    private final AuditLog audit;
    private final Clock clock;

    Accounts(
            AccountRepository repository,
            InvitationRepository invitations,
            Vault vault,
            Presence presence,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.invitations = invitations;
        this.vault = vault;
        this.presence = presence;
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

    /** Everybody, for work of the product itself that goes from person to person. */
    @Transactional(readOnly = true)
    public List<Account> all(Actor.Program program) {
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
        return insert(asked, passwordHash, role, newcomer.user());
    }

    /** Makes an account without a link. Refuses an address that has one. */
    @Transactional
    Account register(NewAccount asked, String passwordHash, Actor.Newcomer newcomer) {
        return insert(asked, passwordHash, Role.USER, newcomer.user());
    }

    private Account insert(NewAccount asked, String passwordHash, Role role, UserId user) {
        var account = new Account(
                user,
                asked.email().value(),
                asked.fullName(),
                role,
                asked.zone(),
                false,
                new Version(1),
                clock.instant(),
                null);
        if (!repository.insert(account, passwordHash)) {
            throw DomainException.conflict("This address has an account already. Sign in with it.");
        }
        vault.makeKeyOf(user);
        audit.append(AuditEvent.of(account.person(), "account.created", "account", user.value())
                .with(ComplianceFlag.ACCESS)
                .with(Map.of("role", role.key())));
        return account;
    }

    /** Changes the person's own name and zone. */
    @Transactional
    public Account change(AccountChange change, Demand demanded, Actor.Person person) {
        var account = repository
                .change(person.user(), change, demanded, clock.instant())
                .orElseThrow(Version::outdated);
        presence.forget(person.user());
        audit.append(AuditEvent.of(
                        person, "account.updated", "account", person.user().value())
                .with(ComplianceFlag.ACCESS));
        return account;
    }

    static DomainException usedLink() {
        return DomainException.notFound("invitation: the link was used, is too old, or was replaced by a newer one");
    }

    /** What a sign-in compares; the visitor's claim is the address. */
    @Transactional(readOnly = true)
    Optional<AccountRepository.Secret> secretOf(Actor.Visitor visitor) {
        return repository.findSecret(visitor.claim());
    }

    /**
     * Records a sign-in that was refused. Its address stays out of the log: it may be a password typed into the wrong field.
     *
     * @param locks whether further ones are refused for a while
     */
    @Transactional
    void refuseSignIn(Optional<Actor.Person> known, boolean locks, Actor.Visitor visitor) {
        audit.append(byNobody("account.sign_in", known, AuditEvent.Result.REFUSED));
        if (locks) {
            audit.append(byNobody("account.locked", known, AuditEvent.Result.SUCCESS));
        }
    }

    @Transactional
    Account completeSignIn(Actor.Person person) {
        var account = repository
                .recordSignIn(person.user(), clock.instant())
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
