package io.tenth.store;

import io.tenth.shared.Actor;
import java.util.Arrays;
import org.aspectj.lang.JoinPoint;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the database who asks, at the begin of each transaction: the policies of every table read it, and a transaction that
 * was told nothing sees no rows. It takes the actor from the arguments of the transactional method, so that the rows which a
 * use case can touch follow from its signature.
 */
@Aspect
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RowSecurity {

    private final JdbcClient jdbc;

    RowSecurity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Before("@annotation(org.springframework.transaction.annotation.Transactional)")
    void enter(JoinPoint call) {
        Arrays.stream(call.getArgs())
                .filter(Actor.class::isInstance)
                .map(Actor.class::cast)
                .findFirst()
                .ifPresent(this::actAs);
    }

    private void actAs(Actor actor) {
        var current = TransactionSynchronizationManager.getResource(RowSecurity.class);
        if (actor.equals(current)) {
            return;
        }
        if (current != null) {
            throw new IllegalStateException("a transaction serves one actor; this one was begun for another");
        }
        tellDatabase(actor);
        TransactionSynchronizationManager.bindResource(RowSecurity.class, actor);
        TransactionSynchronizationManager.registerSynchronization(new Forget());
        if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            ChangeMark.write(actor);
        }
    }

    private void tellDatabase(Actor actor) {
        var identity = switch (actor) {
            case Actor.Person person ->
                new Identity(person.user().value().toString(), person.role().key(), "");
            case Actor.Newcomer newcomer -> new Identity(newcomer.user().value().toString(), "", newcomer.claim());
            case Actor.Visitor visitor -> new Identity("", "", visitor.claim());
            case Actor.Program program -> new Identity("", "program", "");
        };
        jdbc.sql("""
                        SELECT set_config('tenth.user_id', :user, TRUE),
                               set_config('tenth.role', :role, TRUE),
                               set_config('tenth.claim', :claim, TRUE)
                        """)
                .param("user", identity.user())
                .param("role", identity.role())
                .param("claim", identity.claim())
                .query()
                .singleRow();
    }

    private record Identity(String user, String role, String claim) {}

    private static final class Forget implements TransactionSynchronization {
        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(RowSecurity.class);
        }
    }
}
