-- expand: how long the message of a proposal took to be taken apart and analysed; NULL for what was found before this was kept,
-- and for what a split or a merge has made.
ALTER TABLE proposals ADD COLUMN processing_ms integer CHECK (processing_ms >= 0);
