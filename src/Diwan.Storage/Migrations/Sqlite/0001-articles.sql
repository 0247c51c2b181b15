-- Articles. Times everywhere: 100-nanosecond ticks of UTC since year 1 (DateTimeOffset.UtcTicks). Booleans: 0 and 1.
CREATE TABLE articles (
  id TEXT NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  language TEXT NOT NULL,
  headline TEXT NOT NULL,
  -- The headline without case, quotes and white space: how "Read More" finds its article.
  headline_key TEXT NOT NULL,
  published_at INTEGER,
  has_time_of_day INTEGER NOT NULL,
  byline TEXT,
  dateline TEXT,
  editor TEXT,
  body TEXT NOT NULL,
  is_partial INTEGER NOT NULL,
  is_own INTEGER NOT NULL,
  url TEXT,
  source TEXT,
  section TEXT,
  is_thread_closed INTEGER NOT NULL,
  imported_at INTEGER NOT NULL,
  is_dated INTEGER NOT NULL GENERATED ALWAYS AS (published_at IS NOT NULL) STORED,
  sort_at INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(published_at, imported_at)) STORED
) STRICT;

CREATE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_by_headline ON articles (language, headline_key);
CREATE INDEX articles_latest ON articles (is_dated, sort_at, id);
CREATE INDEX articles_own ON articles (is_own, is_dated, sort_at, id);

-- Approved comments of each article, kept true by the transaction of each decision.
CREATE TABLE thread_totals (
  article_id TEXT NOT NULL PRIMARY KEY REFERENCES articles (id),
  approved INTEGER NOT NULL CHECK (approved >= 0)
) STRICT;
