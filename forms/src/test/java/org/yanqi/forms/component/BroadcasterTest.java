package org.yanqi.forms.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.support.ExecutorServiceAdapter;
import org.yanqi.process.record.Recorded;
import org.yanqi.process.worklist.WorklistChanged;

/** Screens look again when what they show has changed, and only then. */
class BroadcasterTest {
    private static final UUID OURS = new UUID(0, 1);

    private final Broadcaster broadcaster = new Broadcaster(new ExecutorServiceAdapter(new SyncTaskExecutor()));
    private final List<String> looked = new ArrayList<>();
    private final Div queue = new Div();
    private final Div ours = new Div();

    @BeforeEach
    void openScreens() {
        MockVaadin.setup();
        broadcaster.whileShown(queue, Set::of, () -> looked.add("queue"));
        broadcaster.whileShown(ours, () -> Set.of(OURS), () -> looked.add("our case"));
        UI.getCurrent().add(queue, ours);
    }

    @AfterEach
    void closeScreens() {
        MockVaadin.tearDown();
    }

    @Test
    void a_line_about_a_case_is_seen_where_it_is_shown_and_in_every_queue() {
        broadcaster.changed(new Recorded(OURS));
        assertThat(seen()).containsExactlyInAnyOrder("queue", "our case");
        broadcaster.changed(new Recorded(new UUID(0, 2)));
        assertThat(seen()).containsExactly("queue");
    }

    @Test
    void work_that_belongs_to_no_case_is_seen_in_every_queue() {
        broadcaster.changed(new WorklistChanged(null));
        assertThat(seen()).containsExactly("queue");
        broadcaster.changed(new WorklistChanged(OURS));
        assertThat(seen()).containsExactlyInAnyOrder("queue", "our case");
    }

    @Test
    void changes_that_come_close_together_are_looked_at_once() {
        broadcaster.changed(new WorklistChanged(null));
        broadcaster.changed(new Recorded(OURS));
        assertThat(seen()).containsExactlyInAnyOrder("queue", "our case");
    }

    @Test
    void a_screen_that_was_left_hears_no_more() {
        UI.getCurrent().remove(queue);
        broadcaster.changed(new WorklistChanged(null));
        assertThat(seen()).isEmpty();
    }

    private List<String> seen() {
        MockVaadin.clientRoundtrip();
        var seen = List.copyOf(looked);
        looked.clear();
        return seen;
    }
}
