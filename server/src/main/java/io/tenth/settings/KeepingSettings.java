package io.tenth.settings;

import io.tenth.shared.DomainException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is measured and how long things are kept. Sealing and the audit log are not among it: nobody switches them off.
 *
 * @param dashboardUrl where the figures are shown; an address of http or https, or null
 * @param dataRetentionDays 1 to 36,500
 * @param auditLogRetentionYears 1 to 100
 */
public record KeepingSettings(
        boolean performanceMonitoring,
        @Nullable String dashboardUrl,
        int dataRetentionDays,
        int auditLogRetentionYears) {

    private static final int LONGEST_URL = 500;

    /** Seven years of data, ten of the audit log. */
    public static final KeepingSettings DEFAULT = new KeepingSettings(true, null, 2555, 10);

    public KeepingSettings {
        dashboardUrl = dashboardUrl == null || dashboardUrl.isBlank() ? null : url(dashboardUrl.strip());
        Range.check(dataRetentionDays, "data_retention_days", 1, 36_500);
        Range.check(auditLogRetentionYears, "audit_log_retention_years", 1, 100);
    }

    private static String url(String typed) {
        try {
            var url = URI.create(typed);
            if (typed.length() <= LONGEST_URL
                    && Set.of("http", "https").contains(String.valueOf(url.getScheme()))
                    && url.getHost() != null
                    && url.getUserInfo() == null) {
                return url.toASCIIString();
            }
        } catch (IllegalArgumentException malformed) {
            // refused below
        }
        throw DomainException.invalid(
                "grafana_dashboard_url is an address such as https://grafana.firm.example/d/x, without a password.");
    }
}
