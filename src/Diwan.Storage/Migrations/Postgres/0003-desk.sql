-- What the desk works on besides the comments themselves.
CREATE TABLE reports (
  id text COLLATE "C" PRIMARY KEY,
  comment_id text COLLATE "C" NOT NULL REFERENCES comment_threads (id),
  guideline text COLLATE "C" NOT NULL,
  note text COLLATE "C",
  reporter_key text COLLATE "C",
  at bigint NOT NULL,
  closed_at bigint,
  closed_by text COLLATE "C"
);

CREATE UNIQUE INDEX reports_once_each ON reports (comment_id, reporter_key) WHERE reporter_key IS NOT NULL;
CREATE INDEX reports_open ON reports (comment_id, at, id) WHERE closed_at IS NULL;

CREATE TABLE claims (
  comment_id text COLLATE "C" PRIMARY KEY REFERENCES comment_threads (id),
  account_id text COLLATE "C" NOT NULL,
  until bigint NOT NULL
);
