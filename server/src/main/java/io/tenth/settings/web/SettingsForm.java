package io.tenth.settings.web;

import io.tenth.model.Offer;
import io.tenth.settings.BillingSettings;
import io.tenth.settings.CaptureSettings;
import io.tenth.settings.KeepingSettings;
import io.tenth.settings.ModelConsent;
import io.tenth.settings.OwnSettings;
import io.tenth.settings.Rounding;
import io.tenth.settings.Settings;
import io.tenth.settings.WorkingDay;
import io.tenth.shared.DomainException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the form holds, as it was typed. A field that the browser did not send is as good as an empty one.
 *
 * @param autoApprove per cent; empty for never
 * @param languageModel the host of the language model that is agreed to; empty for none
 * @param monitoring empty when the box is not ticked
 * @param version the entity tag of the settings that the form was made of
 */
record SettingsForm(
        String rounding,
        String increment,
        String minimum,
        String workingDay,
        String defaultRate,
        String currency,
        String rateCategory,
        String autoApprove,
        String timeZone,
        String language,
        String maxBatchSize,
        String processingTimeout,
        String rateLimit,
        String concurrency,
        String cacheSize,
        String cacheTtl,
        String languageModel,
        String monitoring,
        String dashboardUrl,
        String dataRetentionDays,
        String auditYears,
        String version) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    SettingsForm {
        rounding = known(rounding);
        increment = known(increment);
        minimum = known(minimum);
        workingDay = known(workingDay);
        defaultRate = known(defaultRate);
        currency = known(currency);
        rateCategory = known(rateCategory);
        autoApprove = known(autoApprove);
        timeZone = known(timeZone);
        language = known(language);
        maxBatchSize = known(maxBatchSize);
        processingTimeout = known(processingTimeout);
        rateLimit = known(rateLimit);
        concurrency = known(concurrency);
        cacheSize = known(cacheSize);
        cacheTtl = known(cacheTtl);
        languageModel = known(languageModel);
        monitoring = known(monitoring);
        dashboardUrl = known(dashboardUrl);
        dataRetentionDays = known(dataRetentionDays);
        auditYears = known(auditYears);
        version = known(version);
    }

    static SettingsForm of(OwnSettings own) {
        var billing = own.settings().billing();
        var capture = own.settings().capture();
        var keeping = own.settings().keeping();
        var threshold = capture.autoApproveThreshold();
        return new SettingsForm(
                billing.rounding().key(),
                String.valueOf(billing.increment()),
                String.valueOf(billing.minimum()),
                plain(WorkingDay.hours(billing.workingDay())),
                billing.defaultRate() == null ? "" : billing.defaultRate().toPlainString(),
                billing.currency(),
                Objects.requireNonNullElse(billing.rateCategory(), ""),
                threshold == null ? "" : plain(threshold.multiply(HUNDRED)),
                own.zone().getId(),
                capture.language(),
                String.valueOf(capture.maxBatchSize()),
                String.valueOf(capture.processingTimeout()),
                String.valueOf(capture.rateLimitPerMinute()),
                String.valueOf(capture.concurrency()),
                String.valueOf(capture.cacheSize()),
                String.valueOf(capture.cacheTtl()),
                Objects.requireNonNullElse(own.settings().model().host(), ""),
                keeping.performanceMonitoring() ? "yes" : "",
                Objects.requireNonNullElse(keeping.dashboardUrl(), ""),
                String.valueOf(keeping.dataRetentionDays()),
                String.valueOf(keeping.auditLogRetentionYears()),
                own.etag());
    }

    /** With the model that people are offered: to another one than the form has shown, nobody has agreed. */
    Settings over(Settings before, Optional<Offer> offer) {
        return new Settings(
                billing(), capture(), keeping(), offer.map(this::consent).orElse(before.model()));
    }

    private ModelConsent consent(Offer offer) {
        if (languageModel.isEmpty()) {
            return ModelConsent.NONE;
        }
        var consent = new ModelConsent(languageModel);
        if (!consent.covers(offer)) {
            throw DomainException.invalid(
                    "There is another language model now. Read what it is sent, and choose again.");
        }
        return consent;
    }

    private BillingSettings billing() {
        return new BillingSettings(
                Rounding.ofKey(rounding),
                whole(increment, "The increment"),
                whole(minimum, "The minimum"),
                WorkingDay.minutes(number(workingDay, "The working day")),
                defaultRate.isEmpty() ? null : number(defaultRate, "The rate"),
                currency,
                rateCategory);
    }

    private CaptureSettings capture() {
        return new CaptureSettings(
                threshold(),
                language,
                whole(maxBatchSize, "The number of messages"),
                whole(processingTimeout, "The time of a scan"),
                whole(rateLimit, "The number of messages in a minute"),
                whole(concurrency, "The number of messages at once"),
                whole(cacheSize, "The number of messages at hand"),
                whole(cacheTtl, "The time at hand"));
    }

    private KeepingSettings keeping() {
        return new KeepingSettings(
                !monitoring.isEmpty(),
                dashboardUrl,
                whole(dataRetentionDays, "The days that data is kept"),
                whole(auditYears, "The years that the audit log is kept"));
    }

    private @Nullable BigDecimal threshold() {
        return autoApprove.isEmpty()
                ? null
                : number(autoApprove, "The confidence").movePointLeft(2);
    }

    private static int whole(String typed, String what) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            throw DomainException.invalid(what + " is a whole number.");
        }
    }

    private static BigDecimal number(String typed, String what) {
        try {
            return new BigDecimal(typed.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw DomainException.invalid(what + " is a number.");
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String known(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
