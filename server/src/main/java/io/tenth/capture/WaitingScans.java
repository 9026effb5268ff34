package io.tenth.capture;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many scans wait for a worker, of all nodes: counted whenever an operator's monitoring asks. */
@Component
final class WaitingScans implements MeterBinder {

    private final JdbcClient jdbc;

    WaitingScans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tenth.scans.waiting", this, WaitingScans::count)
                .description("Scans that are due and wait for a worker, of all nodes")
                .register(registry);
    }

    private long count() {
        return jdbc.sql("""
                        SELECT count(*) FROM scheduled_tasks
                         WHERE task_name = :name AND NOT picked AND execution_time <= now()
                        """).param("name", ScanTask.NAME).query(Long.class).single();
    }
}
