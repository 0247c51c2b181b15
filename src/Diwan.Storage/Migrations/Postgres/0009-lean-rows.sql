-- What is looked up for every submission stands whole in its index.
CREATE INDEX fingerprints_by_article ON fingerprints (article_id, at) INCLUDE (fingerprint, author_key, comment_id);
CREATE INDEX fingerprints_by_author ON fingerprints (author_key, at) INCLUDE (fingerprint, article_id, comment_id) WHERE author_key IS NOT NULL;

-- A handful of rows: asked for every comment as it is stored.
CREATE INDEX articles_closed ON articles (id) WHERE is_thread_closed = 1;
