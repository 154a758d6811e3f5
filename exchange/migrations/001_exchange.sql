CREATE SCHEMA IF NOT EXISTS exchange;

-- The departments whose connector this process runs; every row of the room carries such a slug.
CREATE TABLE exchange.participants (
  slug text PRIMARY KEY,
  name jsonb NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now()
);
