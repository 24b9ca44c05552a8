-- Since when a key has been next, current or retired
ALTER TABLE passage_signing_key ADD COLUMN state_since BIGINT NOT NULL DEFAULT 0;
UPDATE passage_signing_key SET state_since = created_at;
