-- An account has an e-mail address, a phone number, or both
ALTER TABLE passage_user DROP CONSTRAINT passage_user_email_uq;
ALTER TABLE passage_user ALTER COLUMN email DROP NOT NULL;
ALTER TABLE passage_user ADD COLUMN phone VARCHAR(16);
ALTER TABLE passage_user ADD COLUMN phone_verified BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE passage_user ADD CONSTRAINT passage_user_email_uq UNIQUE (app_id, email);
ALTER TABLE passage_user ADD CONSTRAINT passage_user_phone_uq UNIQUE (app_id, phone);

-- A handshake of an account that was deleted leads nowhere, and is gone within the hour
ALTER TABLE passage_handshake DROP CONSTRAINT passage_handshake_user_fk;
