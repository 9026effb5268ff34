package io.tenth.settings.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tenth.identity.NewAccount;
import io.tenth.model.LanguageModel;
import io.tenth.model.Offer;
import io.tenth.settings.BillingSettings;
import io.tenth.settings.CaptureSettings;
import io.tenth.settings.KeepingSettings;
import io.tenth.settings.ModelConsent;
import io.tenth.settings.OwnSettings;
import io.tenth.settings.PersonalSettings;
import io.tenth.settings.Rounding;
import io.tenth.settings.Settings;
import io.tenth.settings.WorkingDay;
import io.tenth.shared.Actor;
import io.tenth.shared.Change;
import io.tenth.shared.Demand;
import io.tenth.shared.DomainException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person has set. */
@RestController
@RequestMapping("/api/time-tracking/settings")
class SettingsApi {

    private final PersonalSettings settings;
    private final LanguageModel model;

    SettingsApi(PersonalSettings settings, LanguageModel model) {
        this.settings = settings;
        this.model = model;
    }

    @GetMapping
    ResponseEntity<Answer> read(Actor.Person person) {
        var own = settings.own(person);
        return ResponseEntity.ok().eTag(own.etag()).body(Answer.of(own, model.offer()));
    }

    /** Changes the settings that are named, and says what changed from what to what. */
    @PatchMapping
    ResponseEntity<Changed> change(
            @RequestBody Body body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor.Person person) {
        body.refuseSwitchingOff();
        var changed = settings.change(
                before -> body.over(before, model.offer()),
                body.timeZone().map(NewAccount::zone),
                Demand.of(ifMatch),
                person);
        return ResponseEntity.ok().eTag(changed.now().etag()).body(Changed.of(changed, model.offer()));
    }

    /**
     * The settings that are to be changed; each is as in the answer.
     *
     * @param defaultRate null for none
     * @param rateCategory null for none
     * @param autoApproveThreshold null for never
     * @param grafanaDashboardUrl null for none
     * @param languageModel whether sentences of which Tenth is unsure are shown to the language model that
     *     {@code language_model_offer} of the answer describes
     * @param enableAuditLogging true: it cannot be switched off
     * @param encryptionEnabled true: it cannot be switched off
     */
    record Body(
            Change<Rounding> rounding,
            Change<Integer> roundingIncrementMinutes,
            Change<Integer> minimumIncrementMinutes,
            Change<BigDecimal> workingDayHours,
            Change<@Nullable BigDecimal> defaultRate,
            Change<String> currency,
            Change<@Nullable String> rateCategory,
            Change<@Nullable BigDecimal> autoApproveThreshold,
            Change<String> timeZone,
            Change<String> language,
            Change<Integer> maxBatchSize,
            Change<Integer> processingTimeout,
            Change<Integer> rateLimitPerMinute,
            Change<Integer> concurrency,
            Change<Integer> cacheSize,
            Change<Integer> cacheTtl,
            Change<Boolean> languageModel,
            Change<Boolean> enablePerformanceMonitoring,
            Change<Boolean> enableAuditLogging,
            Change<@Nullable String> grafanaDashboardUrl,
            Change<Boolean> encryptionEnabled,
            Change<Integer> dataRetentionDays,
            Change<Integer> auditLogRetentionYears) {

        void refuseSwitchingOff() {
            if (!enableAuditLogging.over(true)) {
                throw DomainException.invalid("enable_audit_logging is always true: every change is recorded.");
            }
            if (!encryptionEnabled.over(true)) {
                throw DomainException.invalid(
                        "encryption_enabled is always true: what comes from mail is stored sealed.");
            }
        }

        Settings over(Settings before, Optional<Offer> offer) {
            return new Settings(
                    over(before.billing()),
                    over(before.capture()),
                    over(before.keeping()),
                    languageModel
                            .map(isOn -> isOn ? ModelConsent.to(offer) : ModelConsent.NONE)
                            .over(before.model()));
        }

        private BillingSettings over(BillingSettings before) {
            return new BillingSettings(
                    rounding.over(before.rounding()),
                    roundingIncrementMinutes.over(before.increment()),
                    minimumIncrementMinutes.over(before.minimum()),
                    workingDayHours.map(WorkingDay::minutes).over(before.workingDay()),
                    defaultRate.over(before.defaultRate()),
                    currency.over(before.currency()),
                    rateCategory.over(before.rateCategory()));
        }

        private CaptureSettings over(CaptureSettings before) {
            return new CaptureSettings(
                    autoApproveThreshold.over(before.autoApproveThreshold()),
                    language.over(before.language()),
                    maxBatchSize.over(before.maxBatchSize()),
                    processingTimeout.over(before.processingTimeout()),
                    rateLimitPerMinute.over(before.rateLimitPerMinute()),
                    concurrency.over(before.concurrency()),
                    cacheSize.over(before.cacheSize()),
                    cacheTtl.over(before.cacheTtl()));
        }

        private KeepingSettings over(KeepingSettings before) {
            return new KeepingSettings(
                    enablePerformanceMonitoring.over(before.performanceMonitoring()),
                    grafanaDashboardUrl.over(before.dashboardUrl()),
                    dataRetentionDays.over(before.dataRetentionDays()),
                    auditLogRetentionYears.over(before.auditLogRetentionYears()));
        }
    }

    /**
     * What a person has set.
     *
     * @param rounding how billed time is brought to whole increments; worked time is never changed
     * @param roundingIncrementMinutes 6, 10, 15 or 30
     * @param minimumIncrementMinutes the least that is billed for an entry, 0 to 480
     * @param workingDayHours what "a day" in a message is worth, 1 to 24
     * @param defaultRate what an hour costs where no rate says more, 0 to 1,000,000
     * @param currency of the default rate, a code of ISO 4217
     * @param rateCategory whose rates apply, at most 50 characters
     * @param autoApproveThreshold from which confidence on a proposal is approved by itself, 0.5 to 1; null for never
     * @param timeZone the name in the IANA database of the zone in which the person's days are counted
     * @param language your own, en, en-GB, de, fr, es, it, pt or nl: a date such as 3/4 is read in its order where your mail leaves both
     *     open, with the month first in en alone
     * @param maxBatchSize the most messages of one scan, 1 to 1000
     * @param processingTimeout the most seconds of one scan, 1 to 3600
     * @param rateLimitPerMinute how many calls of the tools are carried out in a minute, 1 to 3500; a further one is refused with 429
     * @param concurrency the most messages fetched from a mailbox at once, 1 to 50; never more than its service bears
     * @param cacheSize the most analysed messages kept in the memory of a server, 0 to 100,000, within what its operator allows all
     * @param cacheTtl for how many seconds, 0 to 604,800, and no longer than the operator allows
     * @param languageModel whether sentences of which Tenth is unsure are shown to a language model
     * @param languageModelOffer what leaves the server while that is on, in a sentence; null where there is no model
     * @param enablePerformanceMonitoring whether it is measured and kept how long your messages take
     * @param enableAuditLogging always true
     * @param grafanaDashboardUrl where your figures are shown, an address of http or https; null for none. Linked in the settings and told by the summary
     * @param encryptionEnabled always true
     * @param dataRetentionDays after how many days what was read out of your mail is removed, each night; up to 36,500, and no fewer than
     *     the operator's least, 30 where nothing else is said. Time entries stay, and for 30 days what awaits your decision
     * @param auditLogRetentionYears for at least how many years the audit log is kept, 1 to 100, and no shorter than the data. This version removes nothing from it
     * @param updatedAt null where nothing was ever set
     */
    record Answer(
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
            boolean languageModel,
            @Nullable String languageModelOffer,
            boolean enablePerformanceMonitoring,
            boolean enableAuditLogging,
            @Nullable String grafanaDashboardUrl,
            boolean encryptionEnabled,
            int dataRetentionDays,
            int auditLogRetentionYears,
            @Nullable Instant updatedAt) {

        static Answer of(OwnSettings own, Optional<Offer> offer) {
            var billing = own.settings().billing();
            var capture = own.settings().capture();
            var keeping = own.settings().keeping();
            return new Answer(
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
                    own.settings().model().covers(offer),
                    offer.map(Offer::sentence).orElse(null),
                    keeping.performanceMonitoring(),
                    true,
                    keeping.dashboardUrl(),
                    true,
                    keeping.dataRetentionDays(),
                    keeping.auditLogRetentionYears(),
                    own.updatedAt());
        }
    }

    /**
     * The settings after a change.
     *
     * @param changes what became different; empty where nothing did
     * @param changedBy the account that asked
     */
    record Changed(@JsonUnwrapped Answer settings, List<Difference> changes, UUID changedBy, Instant changedAt) {

        static Changed of(OwnSettings.Changed changed, Optional<Offer> offer) {
            return new Changed(
                    Answer.of(changed.now(), offer),
                    changed.differences().stream().map(Difference::of).toList(),
                    changed.by().value(),
                    changed.at());
        }
    }

    /**
     * One setting that was changed.
     *
     * @param from as text; null where nothing was set
     * @param to as text; null where nothing is set any more
     */
    record Difference(
            String setting, @Nullable String from, @Nullable String to) {

        static Difference of(Settings.Difference difference) {
            return new Difference(difference.setting(), difference.from(), difference.to());
        }
    }
}
