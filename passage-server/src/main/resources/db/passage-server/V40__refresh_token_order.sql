-- A family names its oldest token and each token the one after it, so that a refresh meets those that are spent first, and
-- only those. Used tokens count for seconds, so none of them need be carried over.

ALTER TABLE passage_refresh_family ADD COLUMN oldest_hash VARCHAR(43) NOT NULL DEFAULT '';
UPDATE passage_refresh_family SET oldest_hash = newest_hash;
ALTER TABLE passage_refresh_family DROP COLUMN newest_hash;

DELETE FROM passage_refresh_token WHERE used_at IS NOT NULL;
ALTER TABLE passage_refresh_token ADD COLUMN next_hash VARCHAR(43);
ALTER TABLE passage_refresh_token DROP COLUMN previous_hash;
