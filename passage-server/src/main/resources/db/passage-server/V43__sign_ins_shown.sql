-- Owners see where they are signed in: which program began it (as user_agent of passage_user_event), and when it was last used.
-- What began before says no program, and was last used when its time without use began.

ALTER TABLE passage_refresh_family ADD COLUMN user_agent VARCHAR(256) NOT NULL DEFAULT '';
ALTER TABLE passage_refresh_family ADD COLUMN last_used_at BIGINT NOT NULL DEFAULT 0;

UPDATE passage_refresh_family SET last_used_at = idle_until
    - 1000000 * (SELECT CAST(a.refresh_idle_seconds AS BIGINT) FROM passage_app a WHERE a.id = passage_refresh_family.app_id)
    WHERE idle_until < expires_at;
UPDATE passage_refresh_family SET last_used_at = created_at WHERE last_used_at < created_at;
