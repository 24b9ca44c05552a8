-- JSON with those of the keys of element_customization and element_customization_dark that the app sets
ALTER TABLE passage_app ADD COLUMN look VARCHAR(4000);
ALTER TABLE passage_app ADD COLUMN look_dark VARCHAR(4000);
