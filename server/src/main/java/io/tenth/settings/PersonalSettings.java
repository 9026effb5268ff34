package io.tenth.settings;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.audit.AuditLog;
import io.tenth.identity.Account;
import io.tenth.identity.AccountChange;
import io.tenth.identity.Accounts;
import io.tenth.shared.Actor;
import io.tenth.shared.Change;
import io.tenth.shared.Demand;
import io.tenth.shared.Version;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The settings of a person, and the only writer of them. */
@Service
public class PersonalSettings {

    private final SettingsRepository repository;
    private final LeastKeeping least;
    private final Accounts accounts;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PersonalSettings(
            SettingsRepository repository,
            LeastKeeping least,
            Accounts accounts,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.least = least;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What the person has set, without what stands in the account. */
    @Transactional(readOnly = true)
    public Settings of(Actor.Person person) {
        return repository.find(person).map(SettingsRepository.Row::settings).orElse(Settings.DEFAULT);
    }

    /** After how many days what was read out of the person's mail is removed: their own number, or the operator's least. */
    @Transactional(readOnly = true)
    public int retentionDays(Actor.Person person) {
        return least.orMore(of(person).keeping().dataRetentionDays());
    }

    @Transactional(readOnly = true)
    public OwnSettings own(Actor.Person person) {
        return own(accounts.own(person), person);
    }

    /**
     * Changes settings. Two changes at once follow each other, so that neither undoes what the other did to another setting.
     *
     * @param change makes of the settings what they are to be
     * @param demanded the versions of which one the change is meant for
     */
    @Transactional
    public OwnSettings.Changed change(
            UnaryOperator<Settings> change, Change<ZoneId> zone, Demand demanded, Actor.Person person) {
        var now = clock.instant();
        var before = repository.lock(person, now);
        if (!demanded.allows(before.version())) {
            throw Version.outdated();
        }
        var after = change.apply(before.settings());
        refuseForgettingEarly(before.settings().keeping(), after.keeping());
        var differences = new ArrayList<>(before.settings().differences(after));
        differences.addAll(moved(zone, person));
        if (!after.equals(before.settings())) {
            repository.update(after, person, now);
        }
        if (after.model().host() != null
                && !after.model().equals(before.settings().model())) {
            events.publishEvent(new ModelConsented(person));
        }
        if (!differences.isEmpty()) {
            audit.append(AuditEvent.of(
                            person,
                            "settings.changed",
                            "settings",
                            person.user().value())
                    .with(ComplianceFlag.TIME_TRACKING)
                    .with(Map.of("changes", details(differences))));
        }
        return new OwnSettings.Changed(own(accounts.own(person), person), differences, person.user(), now);
    }

    private void refuseForgettingEarly(KeepingSettings before, KeepingSettings after) {
        if (!after.equals(before)) {
            after.refuseShortAudit();
        }
        if (after.dataRetentionDays() != before.dataRetentionDays()) {
            least.refuseLess(after.dataRetentionDays());
        }
    }

    private OwnSettings own(Account account, Actor.Person person) {
        return repository
                .find(person)
                .map(row -> new OwnSettings(
                        row.settings(), account.zone(), row.version(), account.version(), row.updatedAt()))
                .orElseGet(() ->
                        new OwnSettings(Settings.DEFAULT, account.zone(), new Version(1), account.version(), null));
    }

    private List<Settings.Difference> moved(Change<ZoneId> zone, Actor.Person person) {
        var before = accounts.own(person).zone();
        var after = zone.over(before);
        if (after.equals(before)) {
            return List.of();
        }
        accounts.change(new AccountChange(new Change.Keep<>(), new Change.To<>(after)), Demand.ANY, person);
        return List.of(new Settings.Difference("time_zone", before.getId(), after.getId()));
    }

    private static Map<String, ?> details(List<Settings.Difference> differences) {
        var details = new TreeMap<String, Map<String, String>>();
        for (var difference : differences) {
            details.put(
                    difference.setting(),
                    Map.of("from", String.valueOf(difference.from()), "to", String.valueOf(difference.to())));
        }
        return details;
    }
}
