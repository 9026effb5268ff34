package io.tenth.settings;

import io.tenth.shared.DomainException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is measured and how long things are kept. Sealing and the audit log are not among it: nobody switches them off.
 *
 * @param dashboardUrl where the figures are shown; an address of http or https, or null
 * @param dataRetentionDays after how many days what was read out of mail is removed, 1 to 36,500
 * @param auditLogRetentionYears for at least how many years the audit log is kept, 1 to 100. It is append-only: nothing in this
 *     version removes an event, so that what it proves holds for longer than any of these
 */
public record KeepingSettings(
        boolean performanceMonitoring,
        @Nullable String dashboardUrl,
        int dataRetentionDays,
        int auditLogRetentionYears) {

    private static final int LONGEST_URL = 500;
    private static final int DAYS_OF_A_YEAR = 365;

    /** Seven years of data, ten of the audit log. */
    public static final KeepingSettings DEFAULT = new KeepingSettings(true, null, 2555, 10);

    public KeepingSettings {
        dashboardUrl = dashboardUrl == null || dashboardUrl.isBlank() ? null : url(dashboardUrl.strip());
        Range.check(dataRetentionDays, "data_retention_days", 1, 36_500);
        Range.check(auditLogRetentionYears, "audit_log_retention_years", 1, 100);
    }

    /** Refuses an audit log that need not outlive the data which it tells of. */
    void refuseShortAudit() {
        if (dataRetentionDays > auditLogRetentionYears * DAYS_OF_A_YEAR) {
            throw DomainException.invalid(
                    "audit_log_retention_years is too short: the audit log is kept at least as long as the data, "
                            + dataRetentionDays + " days.");
        }
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
