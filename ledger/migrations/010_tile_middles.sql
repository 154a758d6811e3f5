-- The 16 subtrees in the middle of a tile, four levels above its hashes: with them a path is made of a few dozen hashes, not of
-- hundreds. Null for tiles from before.
ALTER TABLE ledger.tiles ADD COLUMN middle bytea CHECK (length(middle) = 512);
