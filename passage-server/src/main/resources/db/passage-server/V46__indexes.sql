-- Derby has an index for each foreign key, PostgreSQL has none
CREATE INDEX passage_credential_user_ix ON passage_credential (user_id, created_at);
CREATE INDEX passage_refresh_token_family_ix ON passage_refresh_token (family_id, token_hash);

-- An owner who shows up ends changes that somebody else began
CREATE INDEX passage_magic_link_user_ix ON passage_magic_link (user_id, app_id);
