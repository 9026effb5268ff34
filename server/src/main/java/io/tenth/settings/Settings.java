package io.tenth.settings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that a person can set. The time zone stands in the account. */
public record Settings(BillingSettings billing, CaptureSettings capture, KeepingSettings keeping, ModelConsent model) {

    /** Of a person who has set nothing. */
    public static final Settings DEFAULT =
            new Settings(BillingSettings.DEFAULT, CaptureSettings.DEFAULT, KeepingSettings.DEFAULT, ModelConsent.NONE);

    /**
     * One setting that was changed.
     *
     * @param from as text; null where nothing was set
     */
    public record Difference(
            String setting, @Nullable String from, @Nullable String to) {}

    /** What has become different in another, by the names of the API. */
    List<Difference> differences(Settings other) {
        var theirs = other.values();
        var found = new ArrayList<Difference>();
        values().forEach((setting, value) -> {
            if (!Objects.equals(value, theirs.get(setting))) {
                found.add(new Difference(setting, value, theirs.get(setting)));
            }
        });
        return found;
    }

    private Map<String, @Nullable String> values() {
        var values = new LinkedHashMap<String, @Nullable String>();
        values.put("rounding", billing.rounding().key());
        values.put("rounding_increment_minutes", String.valueOf(billing.increment()));
        values.put("minimum_increment_minutes", String.valueOf(billing.minimum()));
        values.put("working_day_hours", WorkingDay.hours(billing.workingDay()).toPlainString());
        values.put("default_rate", text(billing.defaultRate()));
        values.put("currency", billing.currency());
        values.put("rate_category", billing.rateCategory());
        values.put("auto_approve_threshold", text(capture.autoApproveThreshold()));
        values.put("language", capture.language());
        values.put("max_batch_size", String.valueOf(capture.maxBatchSize()));
        values.put("processing_timeout", String.valueOf(capture.processingTimeout()));
        values.put("rate_limit_per_minute", String.valueOf(capture.rateLimitPerMinute()));
        values.put("concurrency", String.valueOf(capture.concurrency()));
        values.put("cache_size", String.valueOf(capture.cacheSize()));
        values.put("cache_ttl", String.valueOf(capture.cacheTtl()));
        values.put("language_model", model.host());
        values.put("enable_performance_monitoring", String.valueOf(keeping.performanceMonitoring()));
        values.put("grafana_dashboard_url", keeping.dashboardUrl());
        values.put("data_retention_days", String.valueOf(keeping.dataRetentionDays()));
        values.put("audit_log_retention_years", String.valueOf(keeping.auditLogRetentionYears()));
        return values;
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
