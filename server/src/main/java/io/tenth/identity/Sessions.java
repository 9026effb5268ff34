package io.tenth.identity;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.crypto.SecretToken;
import io.tenth.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The browsers in which people are signed in. They live in the database, so that any node can serve them. */
@Service
public class Sessions {

    /** How long a browser stays signed in. */
    public static final Duration LIFE = Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final AccountRepository accounts;
    private final AuditLog audit;
    private final Clock clock;

    Sessions(JdbcClient jdbc, AccountRepository accounts, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins one and returns the secret for its cookie. */
    @Transactional
    public SecretToken begin(Actor.Person person) {
        var token = SecretToken.next();
        var now = clock.instant();
        forgetExpired(now, person);
        jdbc.sql("""
                        INSERT INTO sessions (user_id, token_hash, created_at, expires_at)
                        VALUES (:user, :hash, :now, :expires)
                        """)
                .param("user", person.user().value())
                .param("hash", token.hash())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(LIFE).atOffset(ZoneOffset.UTC))
                .update();
        audit.append(
                AuditEvent.of(person, "session.begun", "account", person.user().value())
                        .with(ComplianceFlag.ACCESS));
        return token;
    }

    /** Whose it is, while it lasts. The visitor's claim is the token's hash. */
    @Transactional(readOnly = true)
    public Optional<Account> accountOf(SecretToken token, Actor.Visitor visitor) {
        return accounts.findBySession(token.hash(), clock.instant());
    }

    @Transactional
    public void end(SecretToken token, Actor.Person person) {
        jdbc.sql("DELETE FROM sessions WHERE user_id = :user AND token_hash = :hash")
                .param("user", person.user().value())
                .param("hash", token.hash())
                .update();
        audit.append(AuditEvent.of(
                        person, "account.sign_out", "account", person.user().value())
                .with(ComplianceFlag.ACCESS));
    }

    private void forgetExpired(Instant now, Actor.Person person) {
        jdbc.sql("DELETE FROM sessions WHERE user_id = :user AND expires_at <= :now")
                .param("user", person.user().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
