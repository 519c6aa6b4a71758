ALTER TABLE texts ADD COLUMN words tsvector
  GENERATED ALWAYS AS (to_tsvector('simple', left(title || ' ' || text, 200000))) STORED;
CREATE INDEX texts_by_words ON texts USING gin (words);
