-- expand: what the language model is still to be asked about, a language of the settings, and a consent that is asked for anew.

-- English with the day first.
ALTER TABLE user_settings
    DROP CONSTRAINT user_settings_language_check,
    ADD CONSTRAINT user_settings_language_check CHECK (language IN ('en', 'en-GB', 'de', 'fr', 'es', 'it', 'pt', 'nl'));

-- More sentences are sent than those that people agreed to. The policies hold the owner too, so they are lifted for this statement.
ALTER TABLE user_settings NO FORCE ROW LEVEL SECURITY;
UPDATE user_settings SET version = version + 1, model_host = NULL WHERE model_host IS NOT NULL;
ALTER TABLE user_settings FORCE ROW LEVEL SECURITY;

-- Last, since everybody reads proposals. opinion_tries: how often the model may yet be asked about a proposal on which it has said nothing; 0 where it is not wanted.
ALTER TABLE proposals ADD COLUMN opinion_tries smallint NOT NULL DEFAULT 0;
