-- A family is one sign-in with all refresh tokens that came of it; the lifetimes are the app's at the time of use.
-- The tokens of a family form a line: it names the newest, and each names the one before. All access is by primary
-- key, under a lock of the family, so that no refresh ever waits for another sign-in.
-- token_hash is the SHA-256 of a token; salt is there once the token was used, and tells nothing without the token.

ALTER TABLE passage_app ADD COLUMN refresh_enabled BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE passage_app ADD COLUMN refresh_absolute_seconds INTEGER NOT NULL DEFAULT 2592000;
ALTER TABLE passage_app ADD COLUMN refresh_idle_seconds INTEGER NOT NULL DEFAULT 604800;

CREATE TABLE passage_refresh_family (
    id VARCHAR(24) NOT NULL,
    app_id VARCHAR(24) NOT NULL,
    user_id VARCHAR(24) NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    idle_until BIGINT NOT NULL,
    newest_hash VARCHAR(43) NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT passage_refresh_family_pk PRIMARY KEY (id),
    CONSTRAINT passage_refresh_family_app_fk FOREIGN KEY (app_id) REFERENCES passage_app (id),
    CONSTRAINT passage_refresh_family_user_fk FOREIGN KEY (user_id) REFERENCES passage_user (id)
);

CREATE INDEX passage_refresh_family_user_ix ON passage_refresh_family (user_id, app_id);
CREATE INDEX passage_refresh_family_expires_ix ON passage_refresh_family (expires_at);
CREATE INDEX passage_refresh_family_idle_ix ON passage_refresh_family (idle_until);

CREATE TABLE passage_refresh_token (
    token_hash VARCHAR(43) NOT NULL,
    family_id VARCHAR(24) NOT NULL,
    salt VARCHAR(43),
    used_at BIGINT,
    previous_hash VARCHAR(43),
    version BIGINT NOT NULL,
    CONSTRAINT passage_refresh_token_pk PRIMARY KEY (token_hash),
    CONSTRAINT passage_refresh_token_family_fk FOREIGN KEY (family_id) REFERENCES passage_refresh_family (id)
);
