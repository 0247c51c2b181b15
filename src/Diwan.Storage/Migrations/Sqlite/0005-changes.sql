-- What readers or the desk see has changed; read by every process on this file, pruned to the newest rows.
CREATE TABLE changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL,
  key TEXT NOT NULL
) STRICT;
