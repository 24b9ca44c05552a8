-- Of passkeys that came from elsewhere, base64url; those that were made here have the user's id
ALTER TABLE passage_credential ADD COLUMN user_handle VARCHAR(86);
