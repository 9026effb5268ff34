package io.tenth.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection that can be given the settings of who asks. They go out with the first statement of the transaction: ahead of a query in the
 * same message, so that they cost no way of their own to the database, and by themselves ahead of anything else. Until they have gone
 * out, nothing else does.
 */
final class ActingConnection implements InvocationHandler {

    private static final String ACT = "SELECT set_config('tenth.user_id', ?, TRUE), set_config('tenth.role', ?, TRUE),"
            + " set_config('tenth.claim', ?, TRUE)";
    private static final String SELECT = "SELECT";
    private static final int SETTINGS = 3;
    private static final Set<String> SPEAKS =
            Set.of("prepareStatement", "prepareCall", "createStatement", "setSavepoint");
    private static final Set<String> ENDS = Set.of("commit", "rollback", "close", "abort");

    private final Connection connection;
    private RowSecurity.@Nullable Identity untold;

    private ActingConnection(Connection connection) {
        this.connection = connection;
    }

    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, new ActingConnection(connection));
    }

    /** Has the transaction that begins on a connection act for somebody. */
    static void tell(Connection acting, RowSecurity.Identity identity) {
        ((ActingConnection) Proxy.getInvocationHandler(acting)).untold = identity;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        var identity = untold;
        var query = query(method, arguments);
        if (identity != null && query.isPresent()) {
            untold = null;
            return ahead(identity, query.get());
        }
        if (identity != null && SPEAKS.contains(method.getName())) {
            untold = null;
            act(identity);
        }
        if (ENDS.contains(method.getName())) {
            untold = null;
        }
        return call(method, connection, arguments);
    }

    /** The query that a call prepares. Only the plain form is taken: whoever asks for keys or another cursor gets exactly that. */
    private static Optional<String> query(Method method, Object @Nullable [] arguments) {
        return method.getName().equals("prepareStatement") && arguments != null && arguments.length == 1
                ? Optional.of(String.valueOf(arguments[0]))
                        .filter(sql -> sql.stripLeading().regionMatches(true, 0, SELECT, 0, SELECT.length()))
                : Optional.empty();
    }

    private void act(RowSecurity.Identity identity) throws SQLException {
        try (var statement = connection.prepareStatement(ACT)) {
            set(identity, statement);
            statement.executeQuery().close();
        }
    }

    private PreparedStatement ahead(RowSecurity.Identity identity, String query) throws SQLException {
        var statement = connection.prepareStatement(ACT + ";" + query);
        set(identity, statement);
        return (PreparedStatement) Proxy.newProxyInstance(
                PreparedStatement.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                new Second(statement));
    }

    private static void set(RowSecurity.Identity identity, PreparedStatement statement) throws SQLException {
        statement.setString(1, identity.user());
        statement.setString(2, identity.role());
        statement.setString(3, identity.claim());
    }

    private static @Nullable Object call(Method method, Object target, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }

    /** The query that went out behind the settings: its parameters come after theirs, and its rows too. */
    private record Second(PreparedStatement statement) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            var name = method.getName();
            if (name.equals("executeQuery")) {
                return rows();
            }
            if (name.startsWith("execute") || name.equals("addBatch") || name.equals("clearParameters")) {
                throw new IllegalStateException(
                        "the first statement of a transaction that begins with SELECT is executed as a query");
            }
            if (name.startsWith("set") && arguments != null && arguments.length > 1) {
                arguments[0] = (Integer) arguments[0] + SETTINGS;
            }
            return call(method, statement, arguments);
        }

        private Object rows() throws SQLException {
            statement.execute();
            if (!statement.getMoreResults()) {
                throw new IllegalStateException("a query gave no rows");
            }
            return statement.getResultSet();
        }
    }
}
