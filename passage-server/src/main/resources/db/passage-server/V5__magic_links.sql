ALTER TABLE passage_app ADD COLUMN magic_link_enabled BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE passage_app ADD COLUMN magic_link_ttl_seconds INTEGER NOT NULL DEFAULT 600;

-- Both hashes are MACs under the server key: of the id that the waiting browser has, and of the token in the link.
-- There is no reference to the user: a link that outlives its user leads nowhere.
CREATE TABLE passage_magic_link (
    id_hash VARCHAR(43) NOT NULL,
    token_hash VARCHAR(43) NOT NULL,
    app_id VARCHAR(24) NOT NULL,
    user_id VARCHAR(24) NOT NULL,
    email VARCHAR(254) NOT NULL,
    redirect_url VARCHAR(1000) NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    activated_at BIGINT,
    collected_at BIGINT,
    version BIGINT NOT NULL,
    CONSTRAINT passage_magic_link_pk PRIMARY KEY (id_hash),
    CONSTRAINT passage_magic_link_token_uq UNIQUE (token_hash),
    CONSTRAINT passage_magic_link_app_fk FOREIGN KEY (app_id) REFERENCES passage_app (id)
);

CREATE INDEX passage_magic_link_expires_ix ON passage_magic_link (expires_at);
