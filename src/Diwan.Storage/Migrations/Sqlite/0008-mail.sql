-- Addresses that were typed into forms, each asked by mail once whether it is right; and what is to be sent.
CREATE TABLE mail_addresses (
  -- SHA-256 of the token in the mailed link: known for ever, so that who refused is not asked again.
  digest TEXT NOT NULL PRIMARY KEY,
  -- Its ASCII letters small; NULL after a refusal, for good.
  email TEXT UNIQUE,
  -- 1 asked, 2 confirmed, 3 refused.
  state INTEGER NOT NULL,
  at INTEGER NOT NULL,
  CHECK ((email IS NULL) = (state = 3))
) STRICT;

CREATE TABLE mail_orders (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL,
  address TEXT NOT NULL REFERENCES mail_addresses (digest) ON DELETE CASCADE,
  -- NULL for a confirmation, which is about no comment.
  comment_id TEXT REFERENCES comments (id),
  version INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX mail_orders_by_time ON mail_orders (due_at);
CREATE INDEX mail_orders_by_address ON mail_orders (address);
CREATE INDEX mail_orders_by_comment ON mail_orders (comment_id) WHERE comment_id IS NOT NULL;

CREATE INDEX comment_private_by_email ON comment_private (lower(email)) WHERE email IS NOT NULL;
