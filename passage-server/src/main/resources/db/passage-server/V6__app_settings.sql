ALTER TABLE passage_app ADD COLUMN passkeys_enabled BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE passage_app ADD COLUMN profile_management BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE passage_app ADD COLUMN require_identifier_verification BOOLEAN NOT NULL DEFAULT FALSE;
