-- expand: the versions of what a call that waits would change, as they were when its sentence was shown; a yes is for those alone. Empty
-- where the sentence says all, and for a call of a release that did not know them: of such a one, what has versions is asked for anew.
ALTER TABLE waiting_calls ADD COLUMN versions text NOT NULL DEFAULT '' CHECK (length(versions) <= 4000);
