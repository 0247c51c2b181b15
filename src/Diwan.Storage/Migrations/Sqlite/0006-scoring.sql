-- Scoring requests a token may make in a minute; null for the site's usual number.
ALTER TABLE tokens ADD COLUMN per_minute INTEGER;

-- What other systems suggest that comments should have scored, kept where the publisher wants it and no longer than said.
CREATE TABLE suggestions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  text TEXT NOT NULL,
  scores TEXT NOT NULL,
  language TEXT NOT NULL,
  community_id TEXT,
  erasure_key TEXT,
  at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX suggestions_by_key ON suggestions (erasure_key) WHERE erasure_key IS NOT NULL;
CREATE INDEX suggestions_by_end ON suggestions (expires_at);
