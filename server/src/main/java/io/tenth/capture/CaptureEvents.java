package io.tenth.capture;

import io.tenth.audit.AuditEvent;
import io.tenth.audit.AuditEvent.ComplianceFlag;
import io.tenth.shared.Actor;
import io.tenth.shared.ProposalId;
import io.tenth.shared.ScanId;

/** The audit events of proposals and scans, with why a compliance officer would look at them. */
final class CaptureEvents {

    private CaptureEvents() {}

    static AuditEvent proposal(String operation, ProposalId proposal, Actor.Person person) {
        return AuditEvent.of(person, operation, "proposal", proposal.value())
                .with(ComplianceFlag.TIME_TRACKING, ComplianceFlag.CLIENT_DATA);
    }

    static AuditEvent scan(String operation, ScanId scan, Actor.Person person) {
        return AuditEvent.of(person, operation, "scan", scan.value()).with(ComplianceFlag.CLIENT_DATA);
    }
}
