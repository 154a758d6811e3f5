-- When those who rule were told that a ruling is overdue; null: they were not.
ALTER TABLE exchange.disputes ADD COLUMN overdue_told_at timestamptz;
CREATE INDEX disputes_due ON exchange.disputes (due_at) WHERE ruling IS NULL AND overdue_told_at IS NULL;
