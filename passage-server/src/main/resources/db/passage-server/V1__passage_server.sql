-- One file for Derby and PostgreSQL. Instants are microseconds since 1970-01-01T00:00Z, so that no time zone of a
-- process or a database can shift them; bytes are unpadded base64url.

CREATE TABLE passage_app (
    id VARCHAR(24) NOT NULL,
    name VARCHAR(100) NOT NULL,
    auth_origin VARCHAR(255) NOT NULL,
    rp_id VARCHAR(253) NOT NULL,
    login_url VARCHAR(255) NOT NULL,
    redirect_url VARCHAR(255) NOT NULL,
    default_language VARCHAR(35) NOT NULL,
    public_signup BOOLEAN NOT NULL,
    token_lifetime_seconds INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT passage_app_pk PRIMARY KEY (id)
);

CREATE TABLE passage_metadata_field (
    app_id VARCHAR(24) NOT NULL,
    position INTEGER NOT NULL,
    id VARCHAR(24) NOT NULL,
    field_name VARCHAR(64) NOT NULL,
    friendly_name VARCHAR(64) NOT NULL,
    type VARCHAR(10) NOT NULL,
    registration BOOLEAN NOT NULL,
    profile BOOLEAN NOT NULL,
    CONSTRAINT passage_metadata_field_pk PRIMARY KEY (app_id, field_name),
    CONSTRAINT passage_metadata_field_app_fk FOREIGN KEY (app_id) REFERENCES passage_app (id)
);

-- Only the SHA-256 of a key is here
CREATE TABLE passage_api_key (
    id VARCHAR(24) NOT NULL,
    app_id VARCHAR(24) NOT NULL,
    name VARCHAR(64) NOT NULL,
    key_hash VARCHAR(43) NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT passage_api_key_pk PRIMARY KEY (id),
    CONSTRAINT passage_api_key_name_uq UNIQUE (app_id, name),
    CONSTRAINT passage_api_key_app_fk FOREIGN KEY (app_id) REFERENCES passage_app (id)
);

-- private_key is AES-256-GCM under the server key, bound to app and key id
CREATE TABLE passage_signing_key (
    id VARCHAR(24) NOT NULL,
    app_id VARCHAR(24) NOT NULL,
    state VARCHAR(10) NOT NULL,
    public_key VARCHAR(2000) NOT NULL,
    private_key VARCHAR(8000) NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT passage_signing_key_pk PRIMARY KEY (id),
    CONSTRAINT passage_signing_key_app_fk FOREIGN KEY (app_id) REFERENCES passage_app (id)
);

-- email is trimmed and lower-cased before it comes here
CREATE TABLE passage_user (
    id VARCHAR(24) NOT NULL,
    app_id VARCHAR(24) NOT NULL,
    email VARCHAR(254) NOT NULL,
    email_verified BOOLEAN NOT NULL,
    status VARCHAR(10) NOT NULL,
    login_count INTEGER NOT NULL,
    user_metadata VARCHAR(8000),
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    last_login_at BIGINT,
    version BIGINT NOT NULL,
    CONSTRAINT passage_user_pk PRIMARY KEY (id),
    CONSTRAINT passage_user_email_uq UNIQUE (app_id, email),
    CONSTRAINT passage_user_app_fk FOREIGN KEY (app_id) REFERENCES passage_app (id)
);

CREATE INDEX passage_user_created_ix ON passage_user (app_id, created_at);

-- A credential id may have 1023 bytes, too long for an index: its SHA-256 is the unique key
CREATE TABLE passage_credential (
    id VARCHAR(24) NOT NULL,
    app_id VARCHAR(24) NOT NULL,
    user_id VARCHAR(24) NOT NULL,
    credential_id VARCHAR(1364) NOT NULL,
    credential_id_hash VARCHAR(43) NOT NULL,
    public_key VARCHAR(4000) NOT NULL,
    sign_count BIGINT NOT NULL,
    aaguid VARCHAR(36) NOT NULL,
    transports VARCHAR(200) NOT NULL,
    backup_eligible BOOLEAN NOT NULL,
    backup_state BOOLEAN NOT NULL,
    friendly_name VARCHAR(64) NOT NULL,
    usage_count INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    last_login_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT passage_credential_pk PRIMARY KEY (id),
    CONSTRAINT passage_credential_id_uq UNIQUE (credential_id_hash),
    CONSTRAINT passage_credential_app_fk FOREIGN KEY (app_id) REFERENCES passage_app (id),
    CONSTRAINT passage_credential_user_fk FOREIGN KEY (user_id) REFERENCES passage_user (id)
);

CREATE TABLE passage_handshake (
    id VARCHAR(24) NOT NULL,
    app_id VARCHAR(24) NOT NULL,
    purpose VARCHAR(20) NOT NULL,
    user_id VARCHAR(24),
    challenge VARCHAR(43) NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT passage_handshake_pk PRIMARY KEY (id),
    CONSTRAINT passage_handshake_app_fk FOREIGN KEY (app_id) REFERENCES passage_app (id),
    CONSTRAINT passage_handshake_user_fk FOREIGN KEY (user_id) REFERENCES passage_user (id)
);

CREATE INDEX passage_handshake_expires_ix ON passage_handshake (expires_at);
