-- expand: what a turn has said goes with its conversation, and a piece of it that may have been written is written anew.

-- conversation_id: NULL where the release before this one has written it; such a row goes with its person's next turn.
ALTER TABLE turn_chunks
    ADD COLUMN conversation_id uuid,
    ADD FOREIGN KEY (user_id, conversation_id) REFERENCES conversations ON DELETE CASCADE;
GRANT UPDATE (content) ON turn_chunks TO tenth_app;

-- What was left by turns whose conversation is gone. The policies hold the owner too, so they are lifted for these statements.
ALTER TABLE chat_turns NO FORCE ROW LEVEL SECURITY;
ALTER TABLE turn_chunks NO FORCE ROW LEVEL SECURITY;
UPDATE turn_chunks c SET conversation_id = t.conversation_id FROM chat_turns t WHERE (t.user_id, t.turn_id) = (c.user_id, c.turn_id);
DELETE FROM turn_chunks WHERE conversation_id IS NULL;
ALTER TABLE turn_chunks FORCE ROW LEVEL SECURITY;
ALTER TABLE chat_turns FORCE ROW LEVEL SECURITY;
