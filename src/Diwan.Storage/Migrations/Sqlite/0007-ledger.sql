-- The ledger: an append-only log over submissions, decisions, appeals, policies, models and its own keys. See docs/design/ledger.md.
CREATE TABLE ledger (
  idx INTEGER NOT NULL PRIMARY KEY,
  kind INTEGER NOT NULL,
  -- Id or number of the row it records.
  ref TEXT NOT NULL,
  -- Key of the leaf; NULL after erasure, for good.
  key BLOB CHECK (key IS NULL OR length(key) = 32),
  leaf BLOB NOT NULL CHECK (length(leaf) = 32)
) STRICT;

CREATE TRIGGER ledger_is_never_edited BEFORE UPDATE ON ledger
WHEN NEW.idx IS NOT OLD.idx OR NEW.kind IS NOT OLD.kind OR NEW.ref IS NOT OLD.ref OR NEW.leaf IS NOT OLD.leaf OR NEW.key IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'the ledger is only appended');
END;

CREATE TRIGGER ledger_is_never_deleted BEFORE DELETE ON ledger
BEGIN
  SELECT RAISE(ABORT, 'the ledger is only appended');
END;

-- Full tiles of 256 hashes, and the root over each: an entry of the next level.
CREATE TABLE ledger_tiles (
  level INTEGER NOT NULL,
  n INTEGER NOT NULL,
  hashes BLOB NOT NULL,
  root BLOB NOT NULL,
  PRIMARY KEY (level, n)
) STRICT;

-- Signed checkpoints: the newest, and one for each full tile.
CREATE TABLE ledger_checkpoints (
  size INTEGER NOT NULL PRIMARY KEY,
  note TEXT NOT NULL,
  -- The first one after a full tile, or one signed by two keys: never dropped.
  is_kept INTEGER NOT NULL
) STRICT;

-- The keys it was signed with; the private halves lie in keys/ of the data folder.
CREATE TABLE ledger_keys (
  number INTEGER NOT NULL PRIMARY KEY,
  verifier TEXT NOT NULL,
  cause TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

-- Models that judged, each from its time on.
CREATE TABLE models (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  version TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

ALTER TABLE comments ADD COLUMN ledger_index INTEGER;
ALTER TABLE decisions ADD COLUMN ledger_index INTEGER;
ALTER TABLE policy_publications ADD COLUMN ledger_index INTEGER;

-- What is older than the ledger and not yet in it; empty ever after.
CREATE INDEX comments_without_entry ON comments (at, id) WHERE ledger_index IS NULL;
CREATE INDEX decisions_without_entry ON decisions (at, comment_id, version) WHERE ledger_index IS NULL;

CREATE TRIGGER comments_keep_their_entry BEFORE UPDATE OF ledger_index ON comments
WHEN OLD.ledger_index IS NOT NULL AND NEW.ledger_index IS NOT OLD.ledger_index
BEGIN
  SELECT RAISE(ABORT, 'comments keep their entry of the ledger');
END;

-- A decision may get its entry once (those older than the ledger), and lose its note when its comment is erased.
DROP TRIGGER decisions_are_never_edited;
CREATE TRIGGER decisions_are_never_edited BEFORE UPDATE ON decisions
WHEN NEW.id IS NOT OLD.id OR NEW.comment_id IS NOT OLD.comment_id OR NEW.version IS NOT OLD.version OR NEW.outcome IS NOT OLD.outcome
  OR NEW.guideline IS NOT OLD.guideline OR NEW.reasons IS NOT OLD.reasons OR NEW.decided_by IS NOT OLD.decided_by
  OR NEW.account_id IS NOT OLD.account_id OR NEW.policy_version IS NOT OLD.policy_version OR NEW.model_version IS NOT OLD.model_version
  OR NEW.at IS NOT OLD.at OR (NEW.note IS NOT OLD.note AND NEW.note IS NOT NULL)
  OR (OLD.ledger_index IS NOT NULL AND NEW.ledger_index IS NOT OLD.ledger_index)
BEGIN
  SELECT RAISE(ABORT, 'decisions are only appended');
END;

CREATE TRIGGER policies_are_never_edited BEFORE UPDATE ON policies
BEGIN
  SELECT RAISE(ABORT, 'a version of the policy never changes its meaning');
END;

CREATE TABLE appeals (
  id TEXT NOT NULL PRIMARY KEY,
  comment_id TEXT NOT NULL REFERENCES comments (id),
  -- The version of the comment that the rejection led to.
  version INTEGER NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  ledger_index INTEGER NOT NULL,
  is_erased INTEGER NOT NULL DEFAULT 0,
  closed_at INTEGER,
  is_overturned INTEGER,
  account_id TEXT,
  is_same_person INTEGER,
  reason TEXT,
  -- HMAC-SHA256 of the reason under its salt, hexadecimal: the ledger binds the reason without giving it away.
  reason_digest TEXT,
  reason_salt BLOB,
  outcome_ledger_index INTEGER,
  UNIQUE (comment_id, version)
) STRICT;

CREATE INDEX appeals_open ON appeals (at, id) WHERE closed_at IS NULL;

CREATE TRIGGER appeals_are_never_edited BEFORE UPDATE ON appeals
WHEN NEW.id IS NOT OLD.id OR NEW.comment_id IS NOT OLD.comment_id OR NEW.version IS NOT OLD.version OR NEW.at IS NOT OLD.at
  OR NEW.ledger_index IS NOT OLD.ledger_index OR (NEW.text IS NOT OLD.text AND (NEW.text <> '' OR NEW.is_erased <> 1))
  OR (OLD.is_erased = 1 AND NEW.is_erased <> 1)
  OR (OLD.closed_at IS NOT NULL AND (NEW.closed_at IS NOT OLD.closed_at OR NEW.is_overturned IS NOT OLD.is_overturned
    OR NEW.account_id IS NOT OLD.account_id OR NEW.reason_digest IS NOT OLD.reason_digest OR NEW.is_same_person IS NOT OLD.is_same_person OR NEW.outcome_ledger_index IS NOT OLD.outcome_ledger_index
    OR (NEW.reason IS NOT OLD.reason AND (NEW.reason <> '' OR NEW.is_erased <> 1))))
BEGIN
  SELECT RAISE(ABORT, 'appeals are never edited');
END;

CREATE TRIGGER appeals_are_never_deleted BEFORE DELETE ON appeals
BEGIN
  SELECT RAISE(ABORT, 'appeals are never deleted');
END;

CREATE INDEX reports_by_comment ON reports (comment_id, at);

-- Comments that may not be erased while somebody with the right to ask needs them.
CREATE TABLE legal_holds (
  comment_id TEXT NOT NULL PRIMARY KEY REFERENCES comments (id),
  account_id TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
