-- The record, version 1. {rowid}, {serial}, {bytes} stand for what each database calls them.
CREATE TABLE sources (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT
);
CREATE TABLE documents (
  n {rowid}, id TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, origin TEXT NOT NULL,
  source TEXT NOT NULL REFERENCES sources (id), title TEXT, url TEXT, published TEXT, language TEXT, author TEXT,
  codebook TEXT NOT NULL, sketch {bytes} NOT NULL, facts INTEGER NOT NULL, flaws TEXT NOT NULL, gaps TEXT NOT NULL
);
CREATE INDEX documents_by_source ON documents (source);
CREATE TABLE texts (
  n {rowid} REFERENCES documents (n), title TEXT NOT NULL, text TEXT NOT NULL
);
-- Facts are kept as stated; `active` 0 marks those that the codebook of today no longer reads.
CREATE TABLE facts (
  id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents (id), position INTEGER NOT NULL,
  kind TEXT NOT NULL, guest TEXT, host TEXT, parties TEXT NOT NULL, owner TEXT, active INTEGER NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX facts_by_document ON facts (document);
CREATE INDEX facts_by_owner ON facts (owner) WHERE owner IS NOT NULL;
CREATE INDEX facts_by_dyad ON facts (guest, host) WHERE guest IS NOT NULL;
CREATE INDEX facts_alone ON facts (kind, parties) WHERE owner IS NULL;
CREATE TABLE successors (
  old TEXT PRIMARY KEY REFERENCES facts (id), new TEXT NOT NULL REFERENCES facts (id)
);
-- Computed from the facts and the judgements, and computed again when either changes.
CREATE TABLE visits (
  id TEXT PRIMARY KEY, guest TEXT NOT NULL, host TEXT NOT NULL, first_day TEXT, last_day TEXT, day TEXT NOT NULL,
  kind TEXT, status TEXT, people TEXT NOT NULL, contested INTEGER NOT NULL, record TEXT NOT NULL
);
CREATE INDEX visits_by_day ON visits (day, id);
CREATE INDEX visits_by_guest ON visits (guest, day);
CREATE INDEX visits_by_host ON visits (host, kind, day);
CREATE INDEX visits_by_dyad ON visits (guest, host, day);
CREATE INDEX visits_by_kind ON visits (kind, day);
CREATE INDEX visits_by_people ON visits (people, id);
CREATE INDEX visits_contested ON visits (day) WHERE contested > 0;
CREATE TABLE links (
  telling TEXT PRIMARY KEY REFERENCES facts (id), visit TEXT NOT NULL REFERENCES visits (id)
);
CREATE INDEX links_by_visit ON links (visit);
CREATE TABLE questions (
  left_fact TEXT NOT NULL REFERENCES facts (id), right_fact TEXT NOT NULL REFERENCES facts (id),
  guest TEXT NOT NULL, host TEXT NOT NULL, day TEXT NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY (left_fact, right_fact)
);
CREATE INDEX questions_by_dyad ON questions (guest, host);
CREATE INDEX questions_by_day ON questions (day);
-- Every id that a visit ever had, with a telling by which it is found again.
CREATE TABLE visit_ids (
  id TEXT PRIMARY KEY, anchor TEXT NOT NULL REFERENCES facts (id)
);
CREATE TABLE judgements (
  id {serial}, verdict TEXT NOT NULL, fact TEXT NOT NULL REFERENCES facts (id), other TEXT REFERENCES facts (id),
  attribute TEXT, value TEXT, who TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL, undone_by TEXT, undone_at TEXT
);
CREATE TABLE failures (
  document TEXT PRIMARY KEY, record TEXT NOT NULL
);
-- Dyads whose facts or judgements changed since their visits were computed.
CREATE TABLE dirty (
  guest TEXT NOT NULL, host TEXT NOT NULL, PRIMARY KEY (guest, host)
);
