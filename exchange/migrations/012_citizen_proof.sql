-- The department that checked the person's identity, where a session was opened on its word; null: the session's own department.
ALTER TABLE exchange.citizen_sessions ADD COLUMN proved_by text;
