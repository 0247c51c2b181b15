CREATE TABLE accounts (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  -- The name in upper case (invariant): names differ by more than case.
  name_key TEXT NOT NULL UNIQUE,
  role INTEGER NOT NULL,
  password_hash TEXT,
  security_stamp TEXT NOT NULL,
  failed_sign_ins INTEGER NOT NULL,
  locked_until INTEGER,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE invites (
  token_hash TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  expires_at INTEGER NOT NULL,
  consumed_at INTEGER
) STRICT;

CREATE TABLE tokens (
  id TEXT NOT NULL PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  role INTEGER NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  revoked_at INTEGER
) STRICT;

CREATE TABLE policies (
  version TEXT NOT NULL PRIMARY KEY,
  yaml TEXT NOT NULL
) STRICT;

-- Which version was put in force, and when; the last row counts. A version may come back.
CREATE TABLE policy_publications (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  version TEXT NOT NULL REFERENCES policies (version),
  at INTEGER NOT NULL
) STRICT;
