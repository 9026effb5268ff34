-- expand: the few proposals on which the language model is yet to be asked. Built beside the work that goes on; it waits for whoever is in
-- its way. One that broke off is begun anew.
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS proposals_unjudged;
CREATE INDEX CONCURRENTLY proposals_unjudged ON proposals (user_id, created_at DESC) WHERE opinion_tries > 0;
SET lock_timeout = '2s';
