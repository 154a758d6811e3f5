-- What an event says is kept once, as `document`; its canonical text (RFC 8785) follows from it, and the evidence has its own.
ALTER TABLE trace.events DROP COLUMN content;

-- Both ends are written in one transaction in one place only (insertEvents): a check of every row cost more than the row.
ALTER TABLE trace.events DROP CONSTRAINT events_envelope_fkey;
ALTER TABLE trace.event_things DROP CONSTRAINT event_things_event_fkey;

-- eventIDs are long and random: of them and of hashes the indexes keep hashes where order does not matter.
DROP INDEX trace.event_ids_by_hash;
DROP INDEX trace.events_by_event_id;
CREATE INDEX events_by_event_id ON trace.events USING hash (event_id);

-- The few events that were declared erroneous.
CREATE INDEX events_declared ON trace.events (hash) WHERE declaration <> '';

CREATE INDEX events_by_read_point ON trace.events (read_point, event_time, sequence) WHERE read_point IS NOT NULL;
CREATE INDEX events_by_biz_location ON trace.events (biz_location, event_time, sequence) WHERE biz_location IS NOT NULL;
CREATE INDEX event_things_by_quantity ON trace.event_things (quantity) WHERE quantity IS NOT NULL;

-- Values of fields that not every event has (capture/readFields.ts): business transactions, sources, destinations,
-- persistent dispositions, error declarations, sensor data, ILMD and extensions. `field` is a hash of scope and full name.
CREATE TABLE trace.event_fields (
  event bigint NOT NULL,
  field bigint NOT NULL,
  number double precision,
  time timestamptz,
  -- Null for a JSON number and for a field that holds other fields.
  text text COLLATE "C"
);
CREATE INDEX event_fields_by_text ON trace.event_fields (field, hashtextextended(text, 0));
CREATE INDEX event_fields_by_number ON trace.event_fields (field, number) WHERE number IS NOT NULL;
CREATE INDEX event_fields_by_time ON trace.event_fields (field, time) WHERE time IS NOT NULL;
CREATE INDEX event_fields_by_event ON trace.event_fields (event);

-- Events of earlier versions whose fields are not indexed yet (capture/indexBacklog.ts).
CREATE TABLE trace.field_backlog (sequence bigint PRIMARY KEY);
INSERT INTO trace.field_backlog SELECT sequence FROM trace.events;
