-- Articles. Times everywhere: 100-nanosecond ticks of UTC since year 1 (DateTimeOffset.UtcTicks). Booleans: 0 and 1.
-- Text is compared by its bytes (collation C), whatever the database's own collation: the order is then the same everywhere.
CREATE TABLE articles (
  id text COLLATE "C" PRIMARY KEY,
  slug text COLLATE "C" NOT NULL UNIQUE,
  language text COLLATE "C" NOT NULL,
  headline text COLLATE "C" NOT NULL,
  -- The headline without case, quotes and white space: how "Read More" finds its article.
  headline_key text COLLATE "C" NOT NULL,
  published_at bigint,
  has_time_of_day smallint NOT NULL,
  byline text COLLATE "C",
  dateline text COLLATE "C",
  editor text COLLATE "C",
  body text COLLATE "C" NOT NULL,
  is_partial smallint NOT NULL,
  is_own smallint NOT NULL,
  url text COLLATE "C",
  source text COLLATE "C",
  section text COLLATE "C",
  is_thread_closed smallint NOT NULL,
  imported_at bigint NOT NULL,
  is_dated smallint NOT NULL GENERATED ALWAYS AS (CASE WHEN published_at IS NULL THEN 0 ELSE 1 END) STORED,
  sort_at bigint NOT NULL GENERATED ALWAYS AS (coalesce(published_at, imported_at)) STORED
);

CREATE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_by_headline ON articles (language, headline_key);
CREATE INDEX articles_latest ON articles (is_dated, sort_at, id);
CREATE INDEX articles_own ON articles (is_own, is_dated, sort_at, id);

-- Approved comments of each article, kept true by the transaction of each decision.
CREATE TABLE thread_totals (
  article_id text COLLATE "C" PRIMARY KEY REFERENCES articles (id),
  approved bigint NOT NULL CHECK (approved >= 0)
);
