-- Version 3: who visits whom, and when, is counted by indexes alone, without reading the visits.
DROP INDEX visits_by_dyad;
CREATE INDEX visits_by_way ON visits (guest, host, day, last_day, kind, status);
DROP INDEX visits_by_day;
CREATE INDEX visits_by_day ON visits (day, id, guest, host, last_day, kind, status);
DROP INDEX visits_by_guest;
CREATE INDEX visits_by_guest ON visits (guest, day, host, last_day, kind, status);
DROP INDEX visits_by_host;
CREATE INDEX visits_by_host ON visits (host, kind, day, guest, last_day, status);
DROP INDEX visits_by_kind;
CREATE INDEX visits_by_kind ON visits (kind, day, guest, host, last_day, status);
