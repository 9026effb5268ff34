package io.tenth.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says in {@code /metrics} which version runs, as the label of a gauge that is always 1. */
@Component
class BuildMetric implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        var version = Optional.ofNullable(BuildMetric.class.getPackage().getImplementationVersion())
                .orElse("development");
        Gauge.builder("tenth.build", () -> 1)
                .tag("version", version)
                .description("The version that runs")
                .register(registry);
    }
}
