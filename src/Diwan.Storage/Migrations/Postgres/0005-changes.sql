-- What readers or the desk see has changed; read by every node, pruned to the newest rows. Numbered under the writers' lock,
-- so that numbers become visible in their order and none is missing.
CREATE TABLE changes (
  seq bigint PRIMARY KEY,
  kind smallint NOT NULL,
  key text COLLATE "C" NOT NULL
);
