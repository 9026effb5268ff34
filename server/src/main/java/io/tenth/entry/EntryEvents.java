package io.tenth.entry;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.shared.Actor;
import io.tenth.shared.TimeEntryId;

/** What the audit log is told of entries. */
final class EntryEvents {

    private EntryEvents() {}

    static AuditEvent of(String operation, TimeEntryId id, Actor.Person person) {
        return AuditEvent.of(person, operation, "time_entry", id.value()).with(ComplianceFlag.TIME_TRACKING);
    }

    static AuditEvent of(String operation, TimeEntryId id, Work work, Actor.Person person) {
        var event = of(operation, id, person);
        return work.billable() ? event.with(ComplianceFlag.TIME_TRACKING, ComplianceFlag.BILLABLE) : event;
    }
}
