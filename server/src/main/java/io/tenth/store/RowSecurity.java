package io.tenth.store;

import io.tenth.shared.Actor;
import java.util.Arrays;
import javax.sql.DataSource;
import org.aspectj.lang.JoinPoint;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DataSourceUtils;
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

    private final DataSource dataSource;

    RowSecurity(DataSource dataSource) {
        this.dataSource = dataSource;
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
        TransactionSynchronizationManager.registerSynchronization(new Binding(actor));
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
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            ActingConnection.tell(connection, identity);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** What the settings say; empty where there is nothing to say. */
    record Identity(String user, String role, String claim) {}

    /** For whom the transaction was begun. One that begins inside it, with a connection of its own, is told anew. */
    private record Binding(Actor actor) implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(RowSecurity.class);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(RowSecurity.class, actor);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(RowSecurity.class);
        }
    }
}
