package org.yanqi.bench.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Counts the statements and transactions of one data source. A transaction of a polling thread that changed nothing is a
 * look: it belongs to the passing of time, not to a renewal, and is counted apart. What the bench itself asks inside
 * {@link #unseen} is not counted at all.
 */
public final class SqlMeter implements QueryExecutionListener, MethodExecutionListener {
    /** Names that the threads of pollers begin with: the workers', the inbox's, the scheduler's and the engine's. */
    private static final List<String> POLLERS = List.of("worker-poll", "payment-", "job-", "JobExecutor[");

    private static final ThreadLocal<Boolean> UNSEEN = ThreadLocal.withInitial(() -> false);

    private final Map<String, List<String>> open = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> shapes = new ConcurrentHashMap<>();
    private final Map<String, String> shapeOf = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> transactions = new ConcurrentHashMap<>();
    private final LongAdder statements = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final LongAdder rollbacks = new LongAdder();
    private final LongAdder looks = new LongAdder();

    /** A data source that this meter watches. */
    public DataSource watch(DataSource real) {
        return ProxyDataSourceBuilder.create(real)
                .listener(this)
                .methodListener(this)
                .build();
    }

    /** Asks on the bench's own behalf. */
    public static <T> T unseen(Supplier<T> question) {
        boolean before = UNSEEN.get();
        UNSEEN.set(true);
        try {
            return question.get();
        } finally {
            UNSEEN.set(before);
        }
    }

    /** What was counted so far. */
    public SqlFigures read() {
        return new SqlFigures(statements.sum(), commits.sum(), rollbacks.sum(), looks.sum());
    }

    /** The statements counted so far by their text, the most frequent first. */
    public List<Map.Entry<String, Long>> shapes() {
        return mostFirst(shapes);
    }

    /** The transactions counted so far by the text of their first statement, the most frequent first. */
    public List<Map.Entry<String, Long>> transactions() {
        return mostFirst(transactions);
    }

    private static List<Map.Entry<String, Long>> mostFirst(Map<String, LongAdder> counted) {
        return counted.entrySet().stream()
                .map(shape -> Map.entry(shape.getKey(), shape.getValue().sum()))
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .toList();
    }

    /** Forgets the texts, so that a warm-up is not among them. */
    public void forgetTexts() {
        shapes.clear();
        transactions.clear();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // counted when it has run
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (UNSEEN.get()) {
            return;
        }
        List<String> ran = new ArrayList<>();
        for (QueryInfo query : queries) {
            int times =
                    execution.isBatch() ? Math.max(1, query.getParametersList().size()) : 1;
            for (int i = 0; i < times; i++) {
                ran.add(query.getQuery());
            }
        }
        if (isAlone(execution)) {
            ended(ran, commits);
        } else {
            open.computeIfAbsent(execution.getConnectionId(), id -> new ArrayList<>())
                    .addAll(ran);
        }
    }

    private static boolean isAlone(ExecutionInfo execution) {
        try {
            return execution.getStatement().getConnection().getAutoCommit();
        } catch (SQLException e) {
            throw new IllegalStateException("a statement without a connection", e);
        }
    }

    @Override
    public void beforeMethod(MethodExecutionContext call) {
        // counted when it has run
    }

    @Override
    public void afterMethod(MethodExecutionContext call) {
        if (call.getConnectionInfo() == null) {
            return;
        }
        String connection = call.getConnectionInfo().getConnectionId();
        switch (call.getMethod().getName()) {
            case "commit", "setAutoCommit" -> ended(taken(connection), commits);
            case "rollback" -> ended(taken(connection), rollbacks);
            case "close" -> {
                if (call.getTarget() instanceof java.sql.Connection) {
                    ended(taken(connection), rollbacks);
                }
            }
            default -> {
                // nothing that ends a transaction
            }
        }
    }

    private List<String> taken(String connection) {
        List<String> ran = open.remove(connection);
        return ran == null ? List.of() : ran;
    }

    private void ended(List<String> ran, LongAdder how) {
        if (ran.isEmpty()) {
            return;
        }
        if (isPoller() && ran.stream().noneMatch(SqlMeter::changes)) {
            looks.add(ran.size());
            return;
        }
        statements.add(ran.size());
        how.increment();
        transactions.computeIfAbsent(shape(ran.get(0)), text -> new LongAdder()).increment();
        ran.forEach(sql ->
                shapes.computeIfAbsent(shape(sql), text -> new LongAdder()).increment());
    }

    private static boolean isPoller() {
        String thread = Thread.currentThread().getName();
        return POLLERS.stream().anyMatch(thread::startsWith);
    }

    private static boolean changes(String sql) {
        String start = sql.stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("insert") || start.startsWith("update") || start.startsWith("delete");
    }

    /** Lists of parameters differ in length only. Remembered by the text, so that counting costs next to nothing. */
    private String shape(String sql) {
        return shapeOf.computeIfAbsent(
                sql, text -> text.strip().replaceAll("\\s+", " ").replaceAll("\\? ?(, ?\\? ?)+", "?, …"));
    }
}
