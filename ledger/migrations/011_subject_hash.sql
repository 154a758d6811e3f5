-- Statements are found by a hash of their subject: subjects are long and mostly random, and an index of their texts cost more
-- than everything else that is written for a statement.
DROP INDEX ledger.statements_subject;
CREATE INDEX statements_subject ON ledger.statement_rows (hashtextextended(subject, 0), seq);
