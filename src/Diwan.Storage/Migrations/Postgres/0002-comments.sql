-- Comments, their judgements and decisions. Integers of status, outcome, decided_by: the enums of the domain; never renumbered.
-- What grows with every comment lies in eight partitions by its thread: a page of a thread, and all that is written with a
-- comment, touch one of them.
CREATE FUNCTION diwan_partition(name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  FOR part IN 0..7 LOOP
    EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES WITH (MODULUS 8, REMAINDER %s)', name || '_' || part, name, part);
  END LOOP;
END $$;

-- Which thread a comment lies in: the way from an id alone to its partition. It also keeps ids apart over all of them.
CREATE TABLE comment_threads (
  id text COLLATE "C" PRIMARY KEY,
  article_id text COLLATE "C" NOT NULL REFERENCES articles (id)
);

CREATE TABLE comments (
  article_id text COLLATE "C" NOT NULL REFERENCES articles (id),
  id text COLLATE "C" NOT NULL,
  parent_id text COLLATE "C",
  root_id text COLLATE "C" NOT NULL,
  depth integer NOT NULL CHECK (depth >= 0),
  -- Reading order under the root: for each ancestor below the root and the comment itself, its time and id. Empty at a root.
  path text COLLATE "C" NOT NULL,
  author text COLLATE "C" NOT NULL,
  text text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  language text COLLATE "C" NOT NULL,
  status smallint NOT NULL CHECK (status BETWEEN 1 AND 5),
  version integer NOT NULL,
  -- Approved descendants at any depth.
  replies bigint NOT NULL DEFAULT 0 CHECK (replies >= 0),
  -- What the engine recommended on receipt, in the order of the desk: 0 reject, 1 hold, 2 approve.
  risk bigint NOT NULL,
  -- Time of the oldest report that nobody has dealt with.
  reported_at bigint,
  -- Readers see it, whole (approved) or as a tombstone over approved replies.
  is_shown smallint NOT NULL GENERATED ALWAYS AS (CASE WHEN status = 2 OR replies > 0 THEN 1 ELSE 0 END) STORED,
  PRIMARY KEY (article_id, id),
  FOREIGN KEY (id) REFERENCES comment_threads (id),
  FOREIGN KEY (article_id, parent_id) REFERENCES comments (article_id, id),
  FOREIGN KEY (article_id, root_id) REFERENCES comments (article_id, id) DEFERRABLE INITIALLY DEFERRED
) PARTITION BY HASH (article_id);
SELECT diwan_partition('comments');

CREATE INDEX comments_queue ON comments (status, at, id);
CREATE INDEX comments_queue_risk ON comments (status, risk, at, id);
CREATE INDEX comments_thread ON comments (article_id, status, at, id);
CREATE INDEX comments_thread_risk ON comments (article_id, status, risk, at, id);
CREATE INDEX comments_thread_replies ON comments (article_id, replies, at, id) WHERE status = 2;
CREATE INDEX comments_roots ON comments (article_id, at, id) WHERE depth = 0 AND is_shown = 1;
CREATE INDEX comments_roots_replies ON comments (article_id, replies, at, id) WHERE depth = 0 AND is_shown = 1;
CREATE INDEX comments_descendants ON comments (article_id, root_id, path) WHERE depth > 0 AND is_shown = 1;
CREATE INDEX comments_reported ON comments (status, reported_at, id) WHERE reported_at IS NOT NULL;
CREATE INDEX comments_reported_risk ON comments (status, risk, reported_at, id) WHERE reported_at IS NOT NULL;

-- What a trigger says when it refuses; its argument is the sentence.
CREATE FUNCTION diwan_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- The promise of the house, kept by the database too: a comment is never edited. The one way out is erasure, which
-- empties author, text and hash together and for good.
CREATE TRIGGER comments_are_never_edited
BEFORE UPDATE OF id, article_id, parent_id, root_id, depth, path, author, text, hash, at, language, risk, status ON comments
FOR EACH ROW
WHEN (NEW.id IS DISTINCT FROM OLD.id OR NEW.article_id IS DISTINCT FROM OLD.article_id OR NEW.parent_id IS DISTINCT FROM OLD.parent_id
  OR NEW.root_id IS DISTINCT FROM OLD.root_id OR NEW.depth IS DISTINCT FROM OLD.depth OR NEW.path IS DISTINCT FROM OLD.path
  OR NEW.at IS DISTINCT FROM OLD.at OR NEW.language IS DISTINCT FROM OLD.language OR NEW.risk IS DISTINCT FROM OLD.risk
  OR (NEW.status <> 5 AND (NEW.author IS DISTINCT FROM OLD.author OR NEW.text IS DISTINCT FROM OLD.text OR NEW.hash IS DISTINCT FROM OLD.hash))
  OR (NEW.status = 5 AND (NEW.author <> '' OR NEW.text <> '' OR NEW.hash <> ''))
  OR (OLD.status = 5 AND NEW.status <> 5))
EXECUTE FUNCTION diwan_refuse('comments are never edited');

CREATE TRIGGER comments_are_never_deleted BEFORE DELETE ON comments
FOR EACH ROW EXECUTE FUNCTION diwan_refuse('comments are never deleted');

CREATE TRIGGER comments_are_never_emptied BEFORE TRUNCATE ON comments
FOR EACH STATEMENT EXECUTE FUNCTION diwan_refuse('comments are never deleted');

CREATE TABLE judgements (
  article_id text COLLATE "C" NOT NULL,
  comment_id text COLLATE "C" NOT NULL,
  body text COLLATE "C" NOT NULL,
  PRIMARY KEY (article_id, comment_id),
  FOREIGN KEY (article_id, comment_id) REFERENCES comments (article_id, id)
) PARTITION BY HASH (article_id);
SELECT diwan_partition('judgements');

CREATE TABLE decisions (
  article_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  comment_id text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  outcome smallint NOT NULL,
  guideline text COLLATE "C",
  reasons text COLLATE "C" NOT NULL,
  decided_by smallint NOT NULL,
  account_id text COLLATE "C",
  note text COLLATE "C",
  policy_version text COLLATE "C" NOT NULL,
  model_version text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (article_id, comment_id, version),
  FOREIGN KEY (article_id, comment_id) REFERENCES comments (article_id, id)
) PARTITION BY HASH (article_id);
SELECT diwan_partition('decisions');

CREATE INDEX decisions_by_id ON decisions (id);

CREATE TRIGGER decisions_are_never_deleted BEFORE DELETE ON decisions
FOR EACH ROW EXECUTE FUNCTION diwan_refuse('decisions are only appended');

CREATE TRIGGER decisions_are_never_emptied BEFORE TRUNCATE ON decisions
FOR EACH STATEMENT EXECUTE FUNCTION diwan_refuse('decisions are only appended');

CREATE TABLE receipts (
  hash text COLLATE "C" PRIMARY KEY,
  article_id text COLLATE "C" NOT NULL,
  comment_id text COLLATE "C" NOT NULL REFERENCES comment_threads (id)
);

-- What is known of a person stands apart from the comment, so that it can be destroyed while the record stays.
CREATE TABLE comment_private (
  article_id text COLLATE "C" NOT NULL,
  comment_id text COLLATE "C" NOT NULL,
  email text COLLATE "C",
  author_key text COLLATE "C",
  PRIMARY KEY (article_id, comment_id),
  FOREIGN KEY (article_id, comment_id) REFERENCES comments (article_id, id)
) PARTITION BY HASH (article_id);
SELECT diwan_partition('comment_private');

CREATE INDEX comment_private_by_author ON comment_private (author_key) WHERE author_key IS NOT NULL;

-- 64-bit fingerprints, as the signed integer with the same bits.
CREATE TABLE fingerprints (
  article_id text COLLATE "C" NOT NULL,
  comment_id text COLLATE "C" NOT NULL,
  author_key text COLLATE "C",
  at bigint NOT NULL,
  fingerprint bigint NOT NULL,
  PRIMARY KEY (article_id, comment_id)
) PARTITION BY HASH (article_id);
SELECT diwan_partition('fingerprints');

CREATE TABLE idempotency_keys (
  article_id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  comment_id text COLLATE "C" NOT NULL,
  body_hash text COLLATE "C" NOT NULL,
  PRIMARY KEY (article_id, key)
) PARTITION BY HASH (article_id);
SELECT diwan_partition('idempotency_keys');

CREATE INDEX idempotency_keys_by_comment ON idempotency_keys (comment_id);
