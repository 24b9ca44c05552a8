-- Lists of users by name are read along this index, page after page. Text is compared by its bytes, whatever the database's locale: only
-- then do all names with one beginning stand together.
ALTER TABLE app_user ALTER COLUMN name TYPE VARCHAR(200) COLLATE "C";
CREATE INDEX app_user_name ON app_user (name, id);
