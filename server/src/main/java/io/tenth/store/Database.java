package io.tenth.store;

/**
 * A database and the two roles that use it.
 *
 * @param owner owns the tables and migrates them; never serves a request
 * @param app serves requests: owns nothing and cannot bypass row-level security
 */
public record Database(String jdbcUrl, Credentials owner, Credentials app) {}
