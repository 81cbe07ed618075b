package org.yanqi.forms.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.worklist.WorkItem;
import org.yanqi.process.worklist.WorkItemState;

/** Work items and people for tests. */
final class Items {
    private Items() {}

    static UUID id(long number) {
        return new UUID(0x9a9a0000_00004000L, 0x8000000000000000L + number);
    }

    static Actor actor(String account, Role... roles) {
        return new Actor(account, account, roles[0], java.util.Set.of(roles), null, null, "127.0.0.1");
    }

    static WorkItem item(
            long number,
            String kind,
            String group,
            WorkItemState state,
            @Nullable String assignee,
            @Nullable Instant due) {
        return new WorkItem(
                id(number),
                kind,
                "desk/" + kind,
                group,
                state,
                id(1000 + number).toString(),
                null,
                null,
                null,
                "PLYQHB2026112211173 沈阳恒远建设工程有限公司",
                assignee,
                assignee,
                Instant.parse("2026-11-20T01:00:00Z"),
                due,
                false,
                null,
                null,
                null);
    }
}
