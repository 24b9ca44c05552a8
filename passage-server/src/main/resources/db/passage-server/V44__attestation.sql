-- Whether passkeys must prove of which make they are; the AAGUIDs that are taken then, with commas, none for all
ALTER TABLE passage_app ADD COLUMN attestation_required BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE passage_app ADD COLUMN allowed_authenticators VARCHAR(4000) NOT NULL DEFAULT '';
