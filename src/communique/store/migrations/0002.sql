-- Version 2: who may use the page, what changed when, and visits that rest on little.
ALTER TABLE communique ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visits ADD COLUMN thin INTEGER NOT NULL DEFAULT 0;
CREATE INDEX visits_thin ON visits (day) WHERE thin > 0;
INSERT INTO dirty SELECT DISTINCT guest, host FROM visits WHERE true ON CONFLICT DO NOTHING;
-- Each visit once: when it came into the record, and when it last became another.
CREATE TABLE changes (
  visit TEXT PRIMARY KEY, made TEXT NOT NULL, at TEXT NOT NULL
);
CREATE INDEX changes_by_time ON changes (at, visit);
CREATE TABLE accounts (
  name TEXT PRIMARY KEY, role TEXT NOT NULL, secret TEXT NOT NULL, made TEXT NOT NULL
);
-- `token` is the digest of what the browser holds.
CREATE TABLE logins (
  token TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts (name), ends TEXT NOT NULL
);
CREATE INDEX logins_by_account ON logins (account);
