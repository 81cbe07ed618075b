package org.yanqi.bench.sql;

/**
 * What was sent to a database.
 *
 * @param statements executed; each entry of a JDBC batch counts as one
 * @param commits transactions that ran a statement and ended well; a statement outside a transaction is one of its own
 * @param rollbacks transactions that ran a statement and were rolled back
 * @param looks statements of pollers that found nothing to do, in neither of the above
 */
public record SqlFigures(long statements, long commits, long rollbacks, long looks) {
    /** What came since an earlier reading. */
    public SqlFigures since(SqlFigures earlier) {
        return new SqlFigures(
                statements - earlier.statements,
                commits - earlier.commits,
                rollbacks - earlier.rollbacks,
                looks - earlier.looks);
    }

    /** Both together. */
    public SqlFigures and(SqlFigures other) {
        return new SqlFigures(
                statements + other.statements,
                commits + other.commits,
                rollbacks + other.rollbacks,
                looks + other.looks);
    }
}
