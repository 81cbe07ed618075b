package org.yanqi.forms.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.yanqi.process.record.Recorded;
import org.yanqi.process.worklist.WorklistChanged;

/**
 * Tells open screens after commit that a case or a queue changed; they look again. One a node; changes that come close together are
 * told once.
 *
 * <p>Screens look on threads of their own. The thread that has just committed still holds its finished transaction, whose
 * persistence context would show them what it read before; and it has better things to do than to draw everybody's screens.
 */
@Service
public class Broadcaster implements DisposableBean {
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ExecutorService looks;

    public Broadcaster() {
        this(threads());
    }

    Broadcaster(ExecutorService looks) {
        this.looks = looks;
    }

    /** Some threads, so that one slow screen does not hold up all others; as few as leave the processors and the database to work. */
    private static ExecutorService threads() {
        var count = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);
        var factory = new CustomizableThreadFactory("screens-");
        factory.setDaemon(true);
        // a screen waits in the queue once at most; what comes after the end concerns nobody
        return new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                factory,
                new ThreadPoolExecutor.DiscardPolicy());
    }

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

        /** Looks as soon as the screen's session is free, on whichever thread frees it. */
        void access() {
            ui.access(() -> {
                pending.set(false);
                look.run();
            });
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
                tell(listener);
            }
        }
    }

    private void tell(Listener listener) {
        if (listener.pending.compareAndSet(false, true)) {
            looks.execute(() -> {
                try {
                    listener.access();
                } catch (UIDetachedException gone) {
                    listeners.remove(listener);
                }
            });
        }
    }

    @Override
    public void destroy() {
        looks.shutdownNow();
    }
}
