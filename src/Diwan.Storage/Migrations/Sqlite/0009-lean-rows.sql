-- What is written with every comment takes half the trees: small rows stand in the tree of their key, and what is looked
-- up for every submission stands whole in its index.
CREATE TABLE lean_judgements (
  comment_id TEXT NOT NULL PRIMARY KEY REFERENCES comments (id),
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO lean_judgements SELECT comment_id, body FROM judgements ORDER BY comment_id;
DROP TABLE judgements;
ALTER TABLE lean_judgements RENAME TO judgements;

CREATE TABLE lean_receipts (
  hash TEXT NOT NULL PRIMARY KEY,
  comment_id TEXT NOT NULL REFERENCES comments (id)
) STRICT, WITHOUT ROWID;
INSERT INTO lean_receipts SELECT hash, comment_id FROM receipts ORDER BY hash;
DROP TABLE receipts;
ALTER TABLE lean_receipts RENAME TO receipts;

CREATE TABLE lean_private (
  comment_id TEXT NOT NULL PRIMARY KEY REFERENCES comments (id),
  email TEXT,
  author_key TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO lean_private SELECT comment_id, email, author_key FROM comment_private ORDER BY comment_id;
DROP TABLE comment_private;
ALTER TABLE lean_private RENAME TO comment_private;
CREATE INDEX comment_private_by_author ON comment_private (author_key) WHERE author_key IS NOT NULL;
CREATE INDEX comment_private_by_email ON comment_private (lower(email)) WHERE email IS NOT NULL;

-- 64-bit fingerprints, as the signed integer with the same bits.
CREATE TABLE lean_fingerprints (
  comment_id TEXT NOT NULL PRIMARY KEY REFERENCES comments (id),
  article_id TEXT NOT NULL,
  author_key TEXT,
  at INTEGER NOT NULL,
  fingerprint INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO lean_fingerprints SELECT comment_id, article_id, author_key, at, fingerprint FROM fingerprints ORDER BY comment_id;
DROP TABLE fingerprints;
ALTER TABLE lean_fingerprints RENAME TO fingerprints;
CREATE INDEX fingerprints_by_article ON fingerprints (article_id, at, fingerprint, author_key);
CREATE INDEX fingerprints_by_author ON fingerprints (author_key, at, fingerprint, article_id) WHERE author_key IS NOT NULL;

CREATE TABLE lean_keys (
  article_id TEXT NOT NULL,
  key TEXT NOT NULL,
  comment_id TEXT NOT NULL REFERENCES comments (id),
  body_hash TEXT NOT NULL,
  PRIMARY KEY (article_id, key)
) STRICT, WITHOUT ROWID;
INSERT INTO lean_keys SELECT article_id, key, comment_id, body_hash FROM idempotency_keys ORDER BY article_id, key;
DROP TABLE idempotency_keys;
ALTER TABLE lean_keys RENAME TO idempotency_keys;
CREATE INDEX idempotency_keys_by_comment ON idempotency_keys (comment_id);

-- A handful of rows: asked for every comment as it is stored.
CREATE INDEX articles_closed ON articles (id) WHERE is_thread_closed = 1;
