-- Lists of users by name are read along this index, page after page. Derby compares text by its code units.
CREATE INDEX app_user_name ON app_user (name, id);
