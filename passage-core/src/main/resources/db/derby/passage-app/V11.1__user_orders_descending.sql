-- Lists that begin with the last users. Derby reads an index in one direction only; PostgreSQL needs none of these.
CREATE INDEX app_user_id_descending ON app_user (id DESC);
CREATE INDEX app_user_name_descending ON app_user (name DESC, id DESC);
