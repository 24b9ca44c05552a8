-- What administrators did to users. Rows are only ever added: a change when it is begun, its outcome when it is known.
CREATE TABLE admin_change (
    id            VARCHAR(36) NOT NULL PRIMARY KEY,
    administrator VARCHAR(64) NOT NULL,
    change_kind   VARCHAR(32) NOT NULL,
    passage_id    VARCHAR(64) NOT NULL,
    passkey_id    VARCHAR(64),
    passkey_name  VARCHAR(200),
    begun_at      TIMESTAMP NOT NULL
);
CREATE INDEX admin_change_user ON admin_change (passage_id, begun_at DESC);
CREATE TABLE admin_change_outcome (
    change_id VARCHAR(36) NOT NULL PRIMARY KEY,
    outcome   VARCHAR(32) NOT NULL,
    ended_at  TIMESTAMP NOT NULL,
    CONSTRAINT admin_change_outcome_change FOREIGN KEY (change_id) REFERENCES admin_change (id)
);
