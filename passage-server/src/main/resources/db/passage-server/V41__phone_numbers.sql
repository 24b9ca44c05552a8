-- EMAIL, PHONE or BOTH. What was sent to a number is in the columns email of codes and links, too: an address has an @, a number has none
ALTER TABLE passage_app ADD COLUMN allowed_identifier VARCHAR(5) NOT NULL DEFAULT 'EMAIL';
