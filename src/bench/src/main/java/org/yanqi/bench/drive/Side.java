package org.yanqi.bench.drive;

import org.yanqi.bench.sql.SqlMeter;

/** One side of a comparison: it prepares renewals before the clock starts, and drives one after the other to its end. */
public interface Side extends AutoCloseable {
    /** How the report names it. */
    String name();

    /** Makes what the next renewals need: organisations, certificates, keys. */
    void prepare(int renewals) throws Exception;

    /** Lets background work begin. */
    void resume();

    /** Stops the background work that would take time from the other side. */
    void pause();

    /** One whole renewal; ends when nothing of it is left to do. Called by several threads at once. */
    void renew() throws Exception;

    SqlMeter meter();

    @Override
    void close();
}
