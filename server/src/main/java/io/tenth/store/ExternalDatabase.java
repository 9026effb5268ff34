package io.tenth.store;

import java.util.Objects;
import java.util.Optional;

/** A database that the operator brings. */
final class ExternalDatabase {

    private ExternalDatabase() {}

    /** Without an owner's address the application's own role is named twice, and the schema must be up to date already. */
    static Database of(StoreSettings settings) {
        var app = DatabaseUrl.parse(Objects.requireNonNull(settings.url(), "url"));
        var owner =
                Optional.ofNullable(settings.ownerUrl()).map(DatabaseUrl::parse).orElse(app);
        return new Database(app.jdbcUrl(), owner.credentials(), app.credentials());
    }
}
