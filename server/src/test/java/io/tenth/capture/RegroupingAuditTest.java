package io.tenth.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ServerTest;
import io.tenth.store.Rows;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the audit log has of proposals that are made out of others. */
class RegroupingAuditTest extends ServerTest {

    @Autowired
    private ApplicationContext server;

    @Autowired
    private Regroupings regroupings;

    @Test
    void tellsWhichProposalsWentWhenAMergerWasUndoneAndWhichCameBack() {
        var person = newPerson().person();
        var ids = new StoredProposals(server, database()).some(2, person);
        var merged = regroupings.merge(ids, person);

        regroupings.undo(merged.id(), person);

        var rows = new Rows(database());
        var recorded = "SELECT resource_id FROM audit_events WHERE user_id = ? AND operation = ?"
                + " AND details ->> 'regrouping' = ?";
        var regrouping = merged.id().toString();
        assertThat(rows.texts(recorded, person.user().value(), "proposal.removed", regrouping))
                .containsExactlyElementsOf(
                        merged.made().stream().map(id -> id.value().toString()).toList());
        assertThat(rows.texts(recorded, person.user().value(), "proposal.regrouping_undone", regrouping))
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(id -> id.value().toString()).toList());
    }
}
