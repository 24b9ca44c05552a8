package io.github.passage4j.core.reconciliation;

import java.util.List;

/**
 * What a reconciliation found and did.
 *
 * @param passageUsers users of Passage who have finished registration
 * @param created rows that were missing and were made
 * @param rows rows of the app that were compared
 * @param orphans Passage user ids of rows whose Passage user is gone; nothing was done about them
 */
public record ReconciliationReport(long passageUsers, long created, long rows, List<String> orphans) {

    public ReconciliationReport {
        orphans = List.copyOf(orphans);
    }
}
