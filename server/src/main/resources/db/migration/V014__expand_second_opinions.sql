-- expand: what a language model has said beside the engine, and who lets it be asked.

-- model_host: the host of the language model that the person has agreed to; NULL for none.
ALTER TABLE user_settings ADD COLUMN model_host text CHECK (length(model_host) <= 300);

-- model_worked: whether the model takes it for time that was worked; NULL where it was not asked or has not said. The engine's own
-- verdict is the confidence. model_type and model_matter_id: what the model has named, which counts only where the engine had
-- found none.
ALTER TABLE proposals
    ADD COLUMN model_worked boolean,
    ADD COLUMN model_name text CHECK (length(model_name) <= 200),
    ADD COLUMN model_type text,
    ADD COLUMN model_matter_id uuid REFERENCES matters,
    ADD CHECK ((model_worked IS NULL) = (model_name IS NULL) AND (model_worked IS NULL) = (model_type IS NULL)),
    ADD CHECK (model_matter_id IS NULL OR model_worked IS NOT NULL);

-- Passages on which a second opinion was wanted: those that have one, those that have none, and why the last of them has none.
ALTER TABLE scans
    ADD COLUMN passages_judged integer NOT NULL DEFAULT 0,
    ADD COLUMN passages_unjudged integer NOT NULL DEFAULT 0,
    ADD COLUMN model_trouble text CHECK (model_trouble IN ('down', 'slow', 'busy', 'refused', 'garbled'));
