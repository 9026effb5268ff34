package io.tenth.store;

import java.util.Objects;

/** A database that the operator brings. */
final class ExternalDatabase {

    private ExternalDatabase() {}

    /** Both addresses are needed: the server brings the schema up to date as its owner, and serves as another role. */
    static Database of(StoreSettings settings) {
        var app = DatabaseUrl.parse(Objects.requireNonNull(settings.url(), "url"));
        if (settings.ownerUrl() == null) {
            throw new StartRefusedException(
                    "DATABASE_URL is set without DATABASE_OWNER_URL, the same database as the role"
                            + " that owns its tables: docs/operate/database.md shows both.");
        }
        var owner = DatabaseUrl.parse(settings.ownerUrl(), "DATABASE_OWNER_URL");
        if (!owner.jdbcUrl().equals(app.jdbcUrl())) {
            throw new StartRefusedException("DATABASE_OWNER_URL names another database than DATABASE_URL.");
        }
        return new Database(app.jdbcUrl(), owner.credentials(), app.credentials());
    }
}
