-- Comments, their judgements and decisions. Integers of status, outcome, decided_by: the enums of the domain; never renumbered.
CREATE TABLE comments (
  id TEXT NOT NULL PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  parent_id TEXT REFERENCES comments (id),
  root_id TEXT NOT NULL REFERENCES comments (id) DEFERRABLE INITIALLY DEFERRED,
  depth INTEGER NOT NULL CHECK (depth >= 0),
  -- Reading order under the root: for each ancestor below the root and the comment itself, its time and id. Empty at a root.
  path TEXT NOT NULL,
  author TEXT NOT NULL,
  text TEXT NOT NULL,
  hash TEXT NOT NULL,
  at INTEGER NOT NULL,
  language TEXT NOT NULL,
  status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 5),
  version INTEGER NOT NULL,
  -- Approved descendants at any depth.
  replies INTEGER NOT NULL DEFAULT 0 CHECK (replies >= 0),
  -- What the engine recommended on receipt, in the order of the desk: 0 reject, 1 hold, 2 approve.
  risk INTEGER NOT NULL,
  -- Time of the oldest report that nobody has dealt with.
  reported_at INTEGER,
  -- Readers see it, whole (approved) or as a tombstone over approved replies.
  is_shown INTEGER NOT NULL GENERATED ALWAYS AS (status = 2 OR replies > 0) STORED
) STRICT;

CREATE INDEX comments_queue ON comments (status, at, id);
CREATE INDEX comments_queue_risk ON comments (status, risk, at, id);
CREATE INDEX comments_thread ON comments (article_id, status, at, id);
CREATE INDEX comments_thread_risk ON comments (article_id, status, risk, at, id);
CREATE INDEX comments_thread_replies ON comments (article_id, replies, at, id) WHERE status = 2;
CREATE INDEX comments_roots ON comments (article_id, at, id) WHERE depth = 0 AND is_shown = 1;
CREATE INDEX comments_roots_replies ON comments (article_id, replies, at, id) WHERE depth = 0 AND is_shown = 1;
CREATE INDEX comments_descendants ON comments (root_id, path) WHERE depth > 0 AND is_shown = 1;
CREATE INDEX comments_reported ON comments (status, reported_at, id) WHERE reported_at IS NOT NULL;
CREATE INDEX comments_reported_risk ON comments (status, risk, reported_at, id) WHERE reported_at IS NOT NULL;

-- The promise of the house, kept by the database too: a comment is never edited. The one way out is erasure, which
-- empties author, text and hash together and for good.
CREATE TRIGGER comments_are_never_edited
BEFORE UPDATE OF id, article_id, parent_id, root_id, depth, path, author, text, hash, at, language, risk, status ON comments
WHEN NEW.id IS NOT OLD.id OR NEW.article_id IS NOT OLD.article_id OR NEW.parent_id IS NOT OLD.parent_id
  OR NEW.root_id IS NOT OLD.root_id OR NEW.depth IS NOT OLD.depth OR NEW.path IS NOT OLD.path
  OR NEW.at IS NOT OLD.at OR NEW.language IS NOT OLD.language OR NEW.risk IS NOT OLD.risk
  OR (NEW.status <> 5 AND (NEW.author IS NOT OLD.author OR NEW.text IS NOT OLD.text OR NEW.hash IS NOT OLD.hash))
  OR (NEW.status = 5 AND (NEW.author <> '' OR NEW.text <> '' OR NEW.hash <> ''))
  OR (OLD.status = 5 AND NEW.status <> 5)
BEGIN
  SELECT RAISE(ABORT, 'comments are never edited');
END;

CREATE TRIGGER comments_are_never_deleted BEFORE DELETE ON comments
BEGIN
  SELECT RAISE(ABORT, 'comments are never deleted');
END;

CREATE TABLE judgements (
  comment_id TEXT NOT NULL PRIMARY KEY REFERENCES comments (id),
  body TEXT NOT NULL
) STRICT;

CREATE TABLE decisions (
  id TEXT NOT NULL PRIMARY KEY,
  comment_id TEXT NOT NULL REFERENCES comments (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  outcome INTEGER NOT NULL,
  guideline TEXT,
  reasons TEXT NOT NULL,
  decided_by INTEGER NOT NULL,
  account_id TEXT,
  note TEXT,
  policy_version TEXT NOT NULL,
  model_version TEXT NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE (comment_id, version)
) STRICT;

CREATE TRIGGER decisions_are_never_edited BEFORE UPDATE ON decisions
BEGIN
  SELECT RAISE(ABORT, 'decisions are only appended');
END;

CREATE TRIGGER decisions_are_never_deleted BEFORE DELETE ON decisions
BEGIN
  SELECT RAISE(ABORT, 'decisions are only appended');
END;

CREATE TABLE receipts (
  hash TEXT NOT NULL PRIMARY KEY,
  comment_id TEXT NOT NULL UNIQUE REFERENCES comments (id)
) STRICT;

-- What is known of a person stands apart from the comment, so that it can be destroyed while the record stays.
CREATE TABLE comment_private (
  comment_id TEXT NOT NULL PRIMARY KEY REFERENCES comments (id),
  email TEXT,
  author_key TEXT
) STRICT;

CREATE INDEX comment_private_by_author ON comment_private (author_key) WHERE author_key IS NOT NULL;

-- 64-bit fingerprints, as the signed integer with the same bits.
CREATE TABLE fingerprints (
  comment_id TEXT NOT NULL PRIMARY KEY REFERENCES comments (id),
  article_id TEXT NOT NULL,
  author_key TEXT,
  at INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL
) STRICT;

CREATE INDEX fingerprints_by_article ON fingerprints (article_id, at);
CREATE INDEX fingerprints_by_author ON fingerprints (author_key, at) WHERE author_key IS NOT NULL;

CREATE TABLE idempotency_keys (
  article_id TEXT NOT NULL,
  key TEXT NOT NULL,
  comment_id TEXT NOT NULL REFERENCES comments (id),
  body_hash TEXT NOT NULL,
  PRIMARY KEY (article_id, key)
) STRICT;

CREATE INDEX idempotency_keys_by_comment ON idempotency_keys (comment_id);
