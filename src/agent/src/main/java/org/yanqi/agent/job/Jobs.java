package org.yanqi.agent.job;

import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yanqi.agent.key.AllKeys;
import org.yanqi.agent.product.Pace;
import org.yanqi.agent.product.ProductClient;
import org.yanqi.agent.ticket.Ticket;

/** The jobs of this agent: at most one runs, the last few that ended can still be looked at. */
public final class Jobs implements AutoCloseable {
    private static final int REMEMBERED = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HttpClient http;
    private final Pace pace;
    private final Map<String, Operation> operations;
    private final Map<String, Job> byId = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Job> eldest) {
            return size() > REMEMBERED;
        }
    };
    private @Nullable Job current;
    private @Nullable Thread thread;

    public Jobs(HttpClient http, Pace pace, AllKeys reader, StepWatcher watcher) {
        this.http = http;
        this.pace = pace;
        this.operations = Map.of(
                "read", new ReadKeys(reader),
                "rekey", new RekeyKey(reader, watcher),
                "sign-in", new SignIn(reader),
                "self-test", new SelfTest(reader));
    }

    /** What this agent can do. */
    public static Set<String> operations() {
        return Set.of("read", "rekey", "sign-in", "self-test");
    }

    /**
     * Starts a job, or finds the running one that does the same for the same item: whoever asked may have missed the
     * first answer, or has reloaded the page.
     *
     * @return empty while another job runs
     */
    public synchronized Optional<Job> start(Ticket ticket) {
        Optional<Job> running = running();
        if (running.isPresent()) {
            return running.filter(job -> job.ticket().sameWork(ticket));
        }
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        Operation operation = Optional.ofNullable(operations.get(ticket.operation()))
                .orElseThrow(() -> new IllegalArgumentException("unknown operation " + ticket.operation()));
        Job job = new Job(
                Base64.getUrlEncoder().withoutPadding().encodeToString(id),
                ticket,
                operation,
                new ProductClient(http, pace, ticket),
                pace);
        byId.put(job.id(), job);
        current = job;
        Thread worker = new Thread(job, "yanqi-job");
        worker.setDaemon(true);
        thread = worker;
        worker.start();
        return Optional.of(job);
    }

    /** The job with that id, running or lately ended. */
    public synchronized Optional<Job> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Whether a job runs. */
    public boolean busy() {
        return running().isPresent();
    }

    /** The job that runs or waits for a PIN. */
    public synchronized Optional<Job> running() {
        boolean alive = thread != null && thread.isAlive();
        return Optional.ofNullable(current).filter(job -> alive && !job.ended());
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
