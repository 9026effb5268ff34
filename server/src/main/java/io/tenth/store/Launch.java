package io.tenth.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How the server is started: its programs, its user and its settings. */
record Launch(Home home, Binaries binaries, RunAs runAs, List<String> extraSettings) {
    /** The log keeps a week and holds neither statements nor their parameters and errors: these can tell of persons. */
    private static final String SETTINGS = """
            listen_addresses=127.0.0.1
            unix_socket_directories=
            max_connections=100
            shared_buffers=128MB
            fsync=on
            synchronous_commit=on
            min_wal_size=80MB
            max_wal_size=512MB
            checkpoint_timeout=15min
            timezone=UTC
            logging_collector=on
            log_filename=postgres-%a.log
            log_rotation_age=1d
            log_rotation_size=0
            log_truncate_on_rotation=on
            log_timezone=UTC
            log_min_messages=log
            log_error_verbosity=terse
            log_statement=none
            log_min_error_statement=panic
            log_parameter_max_length=0
            log_parameter_max_length_on_error=0
            """;

    /** Starts it on the data of the home when the server of an earlier start has ended; does not wait until it answers. */
    Postmaster start(int port) throws IOException {
        var predecessor = new PidFile(home);
        predecessor.awaitEnd();
        return Postmaster.start(
                command(port), predecessor.environment(), home.logs().resolve("start.log"));
    }

    private List<String> command(int port) {
        var words = new ArrayList<>(runAs.command(binaries.postgres()));
        words.addAll(List.of("-D", home.data().toString(), "-p", Integer.toString(port)));
        words.addAll(List.of("-c", "log_directory=" + home.logs()));
        SETTINGS.lines().forEach(setting -> words.addAll(List.of("-c", setting)));
        extraSettings.forEach(setting -> words.addAll(List.of("-c", setting)));
        return words;
    }
}
