-- What happened to accounts. There is no reference to the user, so that a refused try never waits for one who signs in;
-- deleting a user deletes the events, and what comes in the same instant goes by its age.
CREATE TABLE passage_user_event (
    id VARCHAR(24) NOT NULL,
    app_id VARCHAR(24) NOT NULL,
    user_id VARCHAR(24) NOT NULL,
    type VARCHAR(30) NOT NULL,
    is_complete BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    ip_addr VARCHAR(45) NOT NULL,
    user_agent VARCHAR(256) NOT NULL,
    CONSTRAINT passage_user_event_pk PRIMARY KEY (id)
);

CREATE INDEX passage_user_event_user_ix ON passage_user_event (user_id, is_complete, created_at);
CREATE INDEX passage_user_event_created_ix ON passage_user_event (created_at);
