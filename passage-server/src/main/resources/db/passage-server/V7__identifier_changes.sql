-- A link signs in, or makes its address that of the account
ALTER TABLE passage_magic_link ADD COLUMN purpose VARCHAR(20) NOT NULL DEFAULT 'SIGN_IN';

-- Made before the address of the account was shown to be the owner's, and not confirmed since
ALTER TABLE passage_credential ADD COLUMN unconfirmed BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE passage_app ADD COLUMN remove_unconfirmed_passkeys BOOLEAN NOT NULL DEFAULT FALSE;

-- Derby counts UTF-16 units, of which 64 characters may take twice as many
ALTER TABLE passage_credential ALTER COLUMN friendly_name SET DATA TYPE VARCHAR(128);
