ALTER TABLE passage_app ADD COLUMN otp_enabled BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE passage_app ADD COLUMN otp_ttl_seconds INTEGER NOT NULL DEFAULT 300;

-- code_hash is a MAC under the server key, so that whoever has the database can't try out the million codes.
-- There is no reference to the user: a code that outlives its user leads nowhere, and is gone within the hour.
CREATE TABLE passage_one_time_code (
    id VARCHAR(24) NOT NULL,
    app_id VARCHAR(24) NOT NULL,
    user_id VARCHAR(24) NOT NULL,
    email VARCHAR(254) NOT NULL,
    code_hash VARCHAR(43) NOT NULL,
    wrong_tries INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT passage_one_time_code_pk PRIMARY KEY (id),
    CONSTRAINT passage_one_time_code_app_fk FOREIGN KEY (app_id) REFERENCES passage_app (id)
);

CREATE INDEX passage_one_time_code_user_ix ON passage_one_time_code (user_id, created_at);
CREATE INDEX passage_one_time_code_expires_ix ON passage_one_time_code (expires_at);
