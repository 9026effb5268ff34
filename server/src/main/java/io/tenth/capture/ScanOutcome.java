package io.tenth.capture;

import io.tenth.shared.ProposalId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a scan of a mailbox has to show.
 *
 * @param found the proposals of the messages that its period holds, whichever scan has read them, the latest message first
 * @param readings how the message of each was read
 * @param events how many audit events of each operation there are about the scan
 */
public record ScanOutcome(
        ScanFigures figures,
        List<Proposal> found,
        Map<ProposalId, Reading> readings,
        List<Scan.Problem> problems,
        SortedMap<String, Integer> events) {

    public ScanOutcome {
        found = List.copyOf(found);
        readings = Map.copyOf(readings);
        problems = List.copyOf(problems);
    }
}
