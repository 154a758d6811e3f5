-- Where the asker says it uses the answer (GB/T 2260); null: the region of use that the agreement names, if any.
ALTER TABLE exchange.answers_received ADD COLUMN place text;
