-- expand: how much a mail service may still be asked of a mailbox, counted by all nodes together (io.tenth.mail.CallBudgets).

-- budget_id is a hash of the mailbox; state is Bucket4j's. No person's data, so no row security: every node counts for everybody.
CREATE TABLE call_budgets (
    budget_id bigint PRIMARY KEY,
    state bytea
);
GRANT SELECT, INSERT, UPDATE ON call_budgets TO tenth_app;
