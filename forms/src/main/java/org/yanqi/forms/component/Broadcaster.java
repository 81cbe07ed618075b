package org.yanqi.forms.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.yanqi.process.record.Recorded;
import org.yanqi.process.worklist.WorklistChanged;

/** Tells open screens after commit that a case or a queue changed; they look again. One a node; changes that come close together are told once. */
@Service
public class Broadcaster {
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    /** A screen and what it looks at; null means any case. */
    private static final class Listener {
        private final UI ui;
        private final Set<UUID> cases;
        private final Runnable look;
        private final AtomicBoolean pending = new AtomicBoolean();

        Listener(UI ui, Set<UUID> cases, Runnable look) {
            this.ui = ui;
            this.cases = cases;
            this.look = look;
        }

        void tell() {
            if (pending.compareAndSet(false, true)) {
                ui.access(() -> {
                    pending.set(false);
                    look.run();
                });
            }
        }
    }

    /**
     * Listens while the component is shown.
     *
     * @param cases asked when the component is attached; empty means every case
     */
    public void whileShown(Component component, Supplier<Set<UUID>> cases, Runnable look) {
        component.addAttachListener(attached -> {
            var registration = listen(attached.getUI(), cases.get(), look);
            component.addDetachListener(detached -> {
                registration.remove();
                detached.unregisterListener();
            });
        });
    }

    private Registration listen(UI ui, Set<UUID> cases, Runnable look) {
        var listener = new Listener(ui, Set.copyOf(cases), look);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(Recorded change) {
        tell(change.caseId());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(WorklistChanged change) {
        tell(change.caseId());
    }

    private void tell(@Nullable UUID caseId) {
        for (var listener : listeners) {
            if (listener.cases.isEmpty() || (caseId != null && listener.cases.contains(caseId))) {
                try {
                    listener.tell();
                } catch (UIDetachedException gone) {
                    listeners.remove(listener);
                }
            }
        }
    }
}
