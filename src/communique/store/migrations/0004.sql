-- Version 4: the rank of the guest's office and the courtesies of a visit, by which later ones are measured.
ALTER TABLE visits ADD COLUMN guest_rank INTEGER;
ALTER TABLE visits ADD COLUMN courtesies TEXT;
CREATE INDEX visits_by_level ON visits (host, kind, guest_rank, day, status, courtesies) WHERE courtesies IS NOT NULL;
INSERT INTO dirty SELECT DISTINCT guest, host FROM visits WHERE true ON CONFLICT DO NOTHING;
