-- A statement's row is written once and never again: its place in the log is a row of its own. Setting a column of the
-- statement instead rewrote the row and all of its indexes.
ALTER TABLE ledger.statements RENAME TO statement_rows;
ALTER TABLE ledger.statement_rows ADD COLUMN kind text, ADD COLUMN member text;
UPDATE ledger.statement_rows SET kind = encoded::jsonb ->> 'kind', member = encoded::jsonb ->> 'member';
ALTER TABLE ledger.statement_rows ALTER COLUMN kind SET NOT NULL, ALTER COLUMN member SET NOT NULL;
CREATE INDEX statements_member ON ledger.statement_rows (member, kind, seq);

-- No foreign key: its check would cost more than the row, and both are written in one place only (integratePending).
CREATE TABLE ledger.leaves (
  log_index bigint PRIMARY KEY,
  seq bigint NOT NULL UNIQUE
);
INSERT INTO ledger.leaves (log_index, seq)
SELECT log_index, seq FROM ledger.statement_rows WHERE log_index IS NOT NULL ORDER BY log_index;

-- What waits for a place: one row for all statements that were recorded together.
CREATE TABLE ledger.pending (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  seqs bigint[] NOT NULL CHECK (cardinality(seqs) > 0)
) WITH (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0);
INSERT INTO ledger.pending (seqs)
SELECT array_agg(seq ORDER BY seq) FROM ledger.statement_rows WHERE log_index IS NULL HAVING count(*) > 0;

DROP INDEX ledger.statements_pending;
ALTER TABLE ledger.statement_rows DROP COLUMN log_index;

-- Statements with their places, for reading.
CREATE VIEW ledger.statements AS
SELECT seq, id, subject, kind, member, encoded, log_index, created_at
FROM ledger.statement_rows LEFT JOIN ledger.leaves USING (seq);
