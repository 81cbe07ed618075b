package org.yanqi.process.worklist;

/** Where a work item stands. */
public enum WorkItemState {
    OPEN,
    CLAIMED,
    DONE,
    CANCELLED
}
