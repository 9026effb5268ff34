package io.tenth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.tenth.ServerTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A server that a command starts beside one that serves: it takes no work from that one unless the command is about it. */
class ServerAsideTest extends ServerTest {

    @Autowired
    private Scheduler scheduler;

    @Test
    void carriesOutNoScansOfOthers() {
        try (var aside = Server.startAside(environment())) {
            assertThat(isAtWork(aside.bean(Scheduler.class))).isFalse();
            assertThat(isAtWork(scheduler)).as("that one goes on").isTrue();
        }
    }

    @Test
    void carriesOutScansForACommandThatIsAboutThem() {
        try (var aside = Server.startAside(environment(), true)) {
            assertThat(isAtWork(aside.bean(Scheduler.class))).isTrue();
        }
    }

    private static boolean isAtWork(Scheduler scheduler) {
        return scheduler.getSchedulerState().isStarted();
    }

    private static Map<String, String> environment() {
        var store = storeSettings();
        return Map.of(
                "TENTH_HOME", String.valueOf(store.get("tenth.store.home")),
                "DATABASE_URL", String.valueOf(store.get("tenth.store.url")),
                "DATABASE_OWNER_URL", String.valueOf(store.get("tenth.store.owner-url")));
    }
}
