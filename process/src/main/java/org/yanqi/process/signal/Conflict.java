package org.yanqi.process.signal;

import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * A transaction that lost against another one and may simply be tried again. The engine calls only some of them so; a deadlock comes
 * out of it as a defect of the database, with the database's own word somewhere among the causes.
 */
public final class Conflict {
    /** A serialisation failure or H2's deadlock; PostgreSQL's deadlock; a lock that was not to be had in time. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "HYT00");

    private Conflict() {}

    public static boolean isBehind(Throwable failure) {
        @Nullable Throwable at = failure;
        while (at != null) {
            if (at instanceof OptimisticLockingException
                    || at instanceof ConcurrencyFailureException
                    || at instanceof SQLException sql
                            && sql.getSQLState() != null
                            && STATES.contains(sql.getSQLState())) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }
}
