package io.tenth.assistant;

import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.identity.NewAccount;
import io.tenth.identity.Scope;
import io.tenth.settings.BillingSettings;
import io.tenth.settings.CaptureSettings;
import io.tenth.settings.KeepingSettings;
import io.tenth.settings.OwnSettings;
import io.tenth.settings.PersonalSettings;
import io.tenth.settings.Rounding;
import io.tenth.settings.Settings;
import io.tenth.settings.WorkingDay;
import io.tenth.shared.Actor;
import io.tenth.shared.Change;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import io.tenth.shared.ErrorCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a person's settings, or changes those that are named. */
@Component
public class ConfigureTimeTracking implements Tool<ConfigureTimeTracking.Arguments, ConfigureTimeTracking.Result> {

    static final ToolDescription<Arguments, Result> DESCRIPTION = new ToolDescription<>(
            "configure_time_tracking",
            "Reads or changes the person's time-tracking settings: rounding, minimum, working day, default rate, approval of sure"
                    + " proposals, time zone, language, limits of scans, caches and retention. Without any argument it only"
                    + " reads. Answers all settings, and what changed from what to what.",
            Scope.MAIL_WRITE,
            Effect.SETTINGS,
            Set.of(ComplianceFlag.TIME_TRACKING),
            Arguments.class,
            Result.class);

    /** What could remove data, or make time without a person's look at it. */
    private static final List<String> NOT_FOR_ASSISTANTS =
            List.of("auto_approve_threshold", "data_retention_days", "audit_log_retention_years");

    private final PersonalSettings settings;

    ConfigureTimeTracking(PersonalSettings settings) {
        this.settings = settings;
    }

    @Override
    public ToolDescription<Arguments, Result> description() {
        return DESCRIPTION;
    }

    @Override
    public Effect effect(Arguments arguments) {
        return arguments.equals(Arguments.NOTHING) ? Effect.NONE : Effect.SETTINGS;
    }

    @Override
    public String text(Result result) {
        return result.changes().isEmpty()
                ? "Nothing was changed."
                : result.changes().stream()
                        .map(one -> one.setting() + " from " + orNothing(one.from()) + " to " + orNothing(one.to()))
                        .collect(Collectors.joining(", ", "Changed: ", "."));
    }

    @Override
    public WillDo willDo(Arguments arguments, Actor.Person person) {
        arguments.refuseWhatCannotBe();
        return WillDo.said(io.tenth.assistant.Arguments.given(arguments).entrySet().stream()
                .map(one -> one.getKey() + " = " + OneLine.of(one.getValue(), OneLine.LONGEST_ARGUMENT))
                .collect(Collectors.joining(", ", "Change your settings: ", ".")));
    }

    @Override
    public void refuseToAssistant(Arguments arguments) {
        var named = io.tenth.assistant.Arguments.given(arguments).keySet();
        var emptied = Objects.requireNonNullElse(arguments.unset(), List.<String>of());
        NOT_FOR_ASSISTANTS.stream()
                .filter(setting -> named.contains(setting) || emptied.contains(setting))
                .findFirst()
                .ifPresent(setting -> {
                    throw new DomainException(
                            ErrorCode.AUTHORIZATION_ERROR, "An assistant does not change " + setting + ".");
                });
    }

    @Override
    public Result call(Arguments arguments, Actor.Person person) {
        arguments.refuseWhatCannotBe();
        if (arguments.equals(Arguments.NOTHING)) {
            var own = settings.own(person);
            return new Result(Values.of(own), List.of(), null, null);
        }
        var zone = arguments.timeZone();
        var changed = settings.change(
                arguments::over,
                zone == null ? new Change.Keep<>() : new Change.To<>(NewAccount.zone(zone)),
                Demand.ANY,
                person);
        return new Result(
                Values.of(changed.now()),
                changed.differences().stream()
                        .map(one -> new Difference(one.setting(), one.from(), one.to()))
                        .toList(),
                changed.by().value(),
                changed.at());
    }

    private static String orNothing(@Nullable String value) {
        return Objects.requireNonNullElse(value, "nothing");
    }

    /** What is to be changed; what is null stays. */
    public record Arguments(
            @Described("How billed time is brought to whole increments; worked time is never changed.") @Nullable
            Rounding rounding,

            @Described("The increment in minutes: 6, 10, 15 or 30.") @Nullable
            Integer roundingIncrementMinutes,

            @Described(value = "The least that is billed for an entry, in minutes.", least = 0, most = 480) @Nullable
            Integer minimumIncrementMinutes,

            @Described(value = "What \"a day\" in a message is worth, in hours.", least = 1, most = 24) @Nullable
            BigDecimal workingDayHours,

            @Described(value = "What an hour costs where no rate says more.", least = 0, most = 1_000_000) @Nullable
            BigDecimal defaultRate,

            @Described("Of the default rate: a code of ISO 4217, such as USD.") @Nullable
            String currency,

            @Described(value = "Whose rates apply, such as partner; at most 50 characters.", most = 50) @Nullable
            String rateCategory,

            @Described(value = "From which confidence on a proposal is approved by itself.", least = 0.5, most = 1)
            @Nullable
            BigDecimal autoApproveThreshold,

            @Described("The zone in which the person's days are counted, such as Europe/Berlin.") @Nullable
            String timeZone,

            @Described(
                    value = "The person's own: a date such as 3/4 is read in its order where mail leaves both open.",
                    words = {"en", "en-GB", "de", "fr", "es", "it", "pt", "nl"})
            @Nullable
            String language,

            @Described(value = "The most messages of one scan.", least = 1, most = 1000) @Nullable
            Integer maxBatchSize,

            @Described(value = "The most seconds that a scan is waited for.", least = 1, most = 3600) @Nullable
            Integer processingTimeout,

            @Described(value = "How many calls of the tools are carried out in a minute.", least = 1, most = 3500)
            @Nullable
            Integer rateLimitPerMinute,

            @Described(value = "The most messages fetched from a mailbox at once.", least = 1, most = 50) @Nullable
            Integer concurrency,

            @Described(value = "The most analysed messages kept in the memory of a server.", least = 0, most = 100_000)
            @Nullable
            Integer cacheSize,

            @Described(value = "For how many seconds they are kept there.", least = 0, most = 604_800) @Nullable
            Integer cacheTtl,

            @Described("Whether it is measured and kept how long the person's messages take.") @Nullable
            Boolean enablePerformanceMonitoring,

            @Described("Only true: every change is recorded.") @Nullable
            Boolean enableAuditLogging,

            @Described(
                    value = "Where the figures are shown: an address of http or https.",
                    most = OneLine.LONGEST_ARGUMENT)
            @Nullable
            String grafanaDashboardUrl,

            @Described("Only true: what comes from mail is stored sealed.") @Nullable
            Boolean encryptionEnabled,

            @Described(
                    value =
                            "After how many days what was read out of mail is removed; time entries stay. A tool only raises it.",
                    least = 1,
                    most = 36_500)
            @Nullable
            Integer dataRetentionDays,

            @Described(
                    value =
                            "For at least how many years the audit log is kept, and no shorter than the data. Nothing is"
                                    + " removed from it.",
                    least = 1,
                    most = 100)
            @Nullable
            Integer auditLogRetentionYears,

            @Described(
                    value = "Settings to be emptied: no rate, no category, never approved by itself, no address.",
                    words = {"default_rate", "rate_category", "auto_approve_threshold", "grafana_dashboard_url"})
            @Nullable
            List<String> unset) {

        static final Arguments NOTHING = new Arguments(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null);

        private void refuseWhatCannotBe() {
            if (Boolean.FALSE.equals(enableAuditLogging)) {
                throw DomainException.invalid("enable_audit_logging is always true: every change is recorded.");
            }
            if (Boolean.FALSE.equals(encryptionEnabled)) {
                throw DomainException.invalid(
                        "encryption_enabled is always true: what comes from mail is stored sealed.");
            }
        }

        /** Whether a language model is shown anything is not for an assistant to say. */
        private Settings over(Settings before) {
            return new Settings(over(before.billing()), over(before.capture()), over(before.keeping()), before.model());
        }

        private BillingSettings over(BillingSettings before) {
            return new BillingSettings(
                    or(rounding, before.rounding()),
                    or(roundingIncrementMinutes, before.increment()),
                    or(minimumIncrementMinutes, before.minimum()),
                    workingDayHours == null ? before.workingDay() : WorkingDay.minutes(workingDayHours),
                    orEmpty("default_rate", defaultRate, before.defaultRate()),
                    or(currency, before.currency()),
                    orEmpty("rate_category", rateCategory, before.rateCategory()));
        }

        private CaptureSettings over(CaptureSettings before) {
            return new CaptureSettings(
                    orEmpty("auto_approve_threshold", autoApproveThreshold, before.autoApproveThreshold()),
                    or(language, before.language()),
                    or(maxBatchSize, before.maxBatchSize()),
                    or(processingTimeout, before.processingTimeout()),
                    or(rateLimitPerMinute, before.rateLimitPerMinute()),
                    or(concurrency, before.concurrency()),
                    or(cacheSize, before.cacheSize()),
                    or(cacheTtl, before.cacheTtl()));
        }

        private KeepingSettings over(KeepingSettings before) {
            if (dataRetentionDays != null && dataRetentionDays < before.dataRetentionDays()) {
                throw DomainException.invalid(
                        "A tool only raises data_retention_days, since what is removed does not come"
                                + " back. To lower it, its owner sends PATCH /api/time-tracking/settings.");
            }
            return new KeepingSettings(
                    or(enablePerformanceMonitoring, before.performanceMonitoring()),
                    orEmpty("grafana_dashboard_url", grafanaDashboardUrl, before.dashboardUrl()),
                    or(dataRetentionDays, before.dataRetentionDays()),
                    or(auditLogRetentionYears, before.auditLogRetentionYears()));
        }

        private static <T> T or(@Nullable T asked, T before) {
            return asked == null ? before : asked;
        }

        private <T> @Nullable T orEmpty(String name, @Nullable T asked, @Nullable T before) {
            var emptied = unset != null && unset.contains(name);
            if (emptied && asked != null) {
                throw DomainException.invalid(name + " is to be set and to be emptied.");
            }
            return emptied ? null : asked == null ? before : asked;
        }
    }

    /** The settings, and what became of them. */
    public record Result(
            @Described("All settings as they are now.") Values settings,

            @Described("What was changed; empty where nothing was.")
            List<Difference> changes,

            @Described("The account that changed them; null where they were only read.") @Nullable
            UUID changedBy,

            @Described("When; null where they were only read.") @Nullable
            Instant changedAt) {}

    /** A setting that was changed. */
    public record Difference(
            @Described("Its name.") String setting,

            @Described("What it was, as text; null where nothing was set.") @Nullable
            String from,

            @Described("What it is, as text; null where nothing is set any more.") @Nullable
            String to) {}

    /** All settings; each is as in the arguments. */
    public record Values(
            String rounding,
            int roundingIncrementMinutes,
            int minimumIncrementMinutes,
            BigDecimal workingDayHours,
            @Nullable BigDecimal defaultRate,
            String currency,
            @Nullable String rateCategory,
            @Nullable BigDecimal autoApproveThreshold,
            String timeZone,
            String language,
            int maxBatchSize,
            int processingTimeout,
            int rateLimitPerMinute,
            int concurrency,
            int cacheSize,
            int cacheTtl,
            boolean enablePerformanceMonitoring,
            boolean enableAuditLogging,
            @Nullable String grafanaDashboardUrl,
            boolean encryptionEnabled,
            int dataRetentionDays,
            int auditLogRetentionYears) {

        private static Values of(OwnSettings own) {
            var billing = own.settings().billing();
            var capture = own.settings().capture();
            var keeping = own.settings().keeping();
            return new Values(
                    billing.rounding().key(),
                    billing.increment(),
                    billing.minimum(),
                    WorkingDay.hours(billing.workingDay()),
                    billing.defaultRate(),
                    billing.currency(),
                    billing.rateCategory(),
                    capture.autoApproveThreshold(),
                    own.zone().getId(),
                    capture.language(),
                    capture.maxBatchSize(),
                    capture.processingTimeout(),
                    capture.rateLimitPerMinute(),
                    capture.concurrency(),
                    capture.cacheSize(),
                    capture.cacheTtl(),
                    keeping.performanceMonitoring(),
                    true,
                    keeping.dashboardUrl(),
                    true,
                    keeping.dataRetentionDays(),
                    keeping.auditLogRetentionYears());
        }
    }
}
