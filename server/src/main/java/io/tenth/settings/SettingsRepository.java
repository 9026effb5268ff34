package io.tenth.settings;

import io.tenth.shared.Actor;
import io.tenth.shared.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SettingsRepository {

    private final JdbcClient jdbc;

    SettingsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(Settings settings, Version version, Instant updatedAt) {}

    Optional<Row> find(Actor.Person person) {
        return jdbc.sql("SELECT * FROM user_settings WHERE user_id = :user")
                .param("user", person.user().value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The row, made with the defaults where there is none, and kept from others until the transaction ends. */
    Row lock(Actor.Person person, Instant now) {
        jdbc.sql("INSERT INTO user_settings (user_id, updated_at) VALUES (:user, :now) ON CONFLICT DO NOTHING")
                .param("user", person.user().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("SELECT * FROM user_settings WHERE user_id = :user FOR UPDATE")
                .param("user", person.user().value())
                .query((row, number) -> read(row))
                .single();
    }

    void update(Settings settings, Actor.Person person, Instant now) {
        var billing = settings.billing();
        var capture = settings.capture();
        var keeping = settings.keeping();
        jdbc.sql("""
                        UPDATE user_settings
                           SET version = version + 1, updated_at = :now, rounding = :rounding, rounding_minutes = :increment,
                               minimum_minutes = :minimum, working_day_minutes = :workingDay, default_rate = :defaultRate,
                               currency = :currency, rate_category = :rateCategory, auto_approve_threshold = :threshold,
                               language = :language, max_batch_size = :batch, processing_timeout = :timeout,
                               rate_limit_per_minute = :limit, concurrency = :concurrency, cache_size = :cacheSize,
                               cache_ttl = :cacheTtl, performance_monitoring = :monitoring, dashboard_url = :dashboard,
                               data_retention_days = :dataDays, audit_log_retention_years = :auditYears,
                               model_host = :model
                         WHERE user_id = :user
                        """)
                .param("user", person.user().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("rounding", billing.rounding().key())
                .param("increment", billing.increment())
                .param("minimum", billing.minimum())
                .param("workingDay", billing.workingDay())
                .param("defaultRate", billing.defaultRate(), Types.NUMERIC)
                .param("currency", billing.currency())
                .param("rateCategory", billing.rateCategory(), Types.VARCHAR)
                .param("threshold", capture.autoApproveThreshold(), Types.NUMERIC)
                .param("language", capture.language())
                .param("batch", capture.maxBatchSize())
                .param("timeout", capture.processingTimeout())
                .param("limit", capture.rateLimitPerMinute())
                .param("concurrency", capture.concurrency())
                .param("cacheSize", capture.cacheSize())
                .param("cacheTtl", capture.cacheTtl())
                .param("monitoring", keeping.performanceMonitoring())
                .param("dashboard", keeping.dashboardUrl(), Types.VARCHAR)
                .param("dataDays", keeping.dataRetentionDays())
                .param("auditYears", keeping.auditLogRetentionYears())
                .param("model", settings.model().host(), Types.VARCHAR)
                .update();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                new Settings(billing(row), capture(row), keeping(row), new ModelConsent(row.getString("model_host"))),
                new Version(row.getInt("version")),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static BillingSettings billing(ResultSet row) throws SQLException {
        return new BillingSettings(
                Rounding.ofKey(row.getString("rounding")),
                row.getInt("rounding_minutes"),
                row.getInt("minimum_minutes"),
                row.getInt("working_day_minutes"),
                row.getBigDecimal("default_rate"),
                row.getString("currency"),
                row.getString("rate_category"));
    }

    private static CaptureSettings capture(ResultSet row) throws SQLException {
        return new CaptureSettings(
                row.getBigDecimal("auto_approve_threshold"),
                CaptureSettings.known(row.getString("language")),
                row.getInt("max_batch_size"),
                row.getInt("processing_timeout"),
                row.getInt("rate_limit_per_minute"),
                row.getInt("concurrency"),
                row.getInt("cache_size"),
                row.getInt("cache_ttl"));
    }

    private static KeepingSettings keeping(ResultSet row) throws SQLException {
        return new KeepingSettings(
                row.getBoolean("performance_monitoring"),
                row.getString("dashboard_url"),
                row.getInt("data_retention_days"),
                row.getInt("audit_log_retention_years"));
    }
}
