package io.tenth.store;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.DriverManager;

/** A program that starts the server in a folder and writes rows until it is killed, naming each that was confirmed. */
final class RowWriter {
    private RowWriter() {}

    public static void main(String[] arguments) throws Exception {
        var confirmations = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        try (var server = EmbeddedPostgres.start(Path.of(arguments[0]))) {
            var database = server.database();
            var owner = database.owner();
            try (var connection = DriverManager.getConnection(database.jdbcUrl(), owner.user(), owner.password());
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE written (n integer PRIMARY KEY)");
                for (int row = 1; ; row++) {
                    statement.executeUpdate("INSERT INTO written VALUES (" + row + ")");
                    confirmations.println("row " + row);
                }
            }
        }
    }
}
