-- Names that were typed before a registration came to its end, under a digest of the e-mail address or phone number.
CREATE TABLE name_draft (
    identifier_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    name            VARCHAR(200) NOT NULL,
    kept_at         TIMESTAMP NOT NULL
);
CREATE INDEX name_draft_kept_at ON name_draft (kept_at);
