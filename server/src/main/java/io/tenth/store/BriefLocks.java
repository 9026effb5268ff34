package io.tenth.store;

import java.sql.SQLException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Lets no step of a migration wait for a lock for longer than two seconds, whatever the step before it has set. */
final class BriefLocks implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("SET lock_timeout = '2s'");
        } catch (SQLException e) {
            throw new IllegalStateException("the longest wait for a lock could not be set", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "brief-locks";
    }
}
