-- What the desk works on besides the comments themselves.
CREATE TABLE reports (
  id TEXT NOT NULL PRIMARY KEY,
  comment_id TEXT NOT NULL REFERENCES comments (id),
  guideline TEXT NOT NULL,
  note TEXT,
  reporter_key TEXT,
  at INTEGER NOT NULL,
  closed_at INTEGER,
  closed_by TEXT
) STRICT;

CREATE UNIQUE INDEX reports_once_each ON reports (comment_id, reporter_key) WHERE reporter_key IS NOT NULL;
CREATE INDEX reports_open ON reports (comment_id, at, id) WHERE closed_at IS NULL;

CREATE TABLE claims (
  comment_id TEXT NOT NULL PRIMARY KEY REFERENCES comments (id),
  account_id TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT;
