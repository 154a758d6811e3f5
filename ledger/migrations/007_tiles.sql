-- The hashes of whole tiles (tlog-tiles): 256 neighbouring subtrees of level 8 * level, 32 bytes each. The subtrees between
-- them are made when they are needed. A row for each subtree took seven times the space and most of the time of writing.
CREATE TABLE ledger.tiles (
  level smallint NOT NULL,
  index bigint NOT NULL,
  hashes bytea NOT NULL CHECK (length(hashes) = 8192),
  PRIMARY KEY (level, index)
);
-- Hashes do not compress; kept as they are, a part of a tile is read without the rest.
ALTER TABLE ledger.tiles ALTER COLUMN hashes SET STORAGE EXTERNAL;

INSERT INTO ledger.tiles (level, index, hashes)
SELECT level / 8, index / 256, string_agg(hash, ''::bytea ORDER BY index)
FROM ledger.nodes WHERE level % 8 = 0 GROUP BY 1, 2 HAVING count(*) = 256;

-- What stays are the complete subtrees of tiles that are not whole yet: at most 510 a tile level.
DELETE FROM ledger.nodes USING ledger.tiles
WHERE tiles.level = nodes.level / 8 AND tiles.index = nodes.index >> (8 - nodes.level % 8);
ALTER TABLE ledger.nodes SET (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0);
