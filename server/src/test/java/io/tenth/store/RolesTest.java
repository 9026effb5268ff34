package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RolesTest {
    private final Database database = TestDatabase.empty();
    private final JdbcTemplate owner = as(database.owner());
    private final JdbcTemplate app = as(database.app());

    @Test
    void haveNoPowersBeyondTheirTask() {
        assertThat(owner.queryForList("""
                        SELECT rolname FROM pg_roles
                        WHERE rolname IN ('tenth_owner', 'tenth_app') AND rolcanlogin
                          AND NOT (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
                        """, String.class)).containsExactlyInAnyOrder("tenth_owner", "tenth_app");
        assertThat(owner.queryForList("SELECT 1 FROM pg_auth_members WHERE member = 'tenth_app'::regrole"))
                .isEmpty();
    }

    @Test
    void giveTheDatabaseToTheOwner() {
        assertThat(owner.queryForObject(
                        "SELECT datdba::regrole::text FROM pg_database WHERE datname = current_database()",
                        String.class))
                .isEqualTo("tenth_owner");
    }

    @Test
    void leaveTheApplicationOnlyWhatTheOwnerGrants() {
        owner.execute("CREATE TABLE secret (n integer)");
        owner.execute("CREATE TABLE shared AS SELECT 7 AS n");
        owner.execute("GRANT SELECT ON shared TO tenth_app");

        assertThat(app.queryForObject("SELECT n FROM shared", Integer.class)).isEqualTo(7);
        assertRefused("SELECT n FROM secret");
        assertRefused("CREATE TABLE mine (n integer)");
        assertRefused("CREATE TEMPORARY TABLE mine (n integer)");
        assertRefused("ALTER TABLE shared DISABLE ROW LEVEL SECURITY");
        assertRefused("SET ROLE tenth_owner");
    }

    @Test
    void keepRowLevelSecurityOnTheApplication() {
        owner.execute("CREATE TABLE rows AS SELECT 7 AS n");
        owner.execute("ALTER TABLE rows ENABLE ROW LEVEL SECURITY");
        owner.execute("GRANT SELECT ON rows TO tenth_app");

        assertThat(app.queryForList("SELECT n FROM rows")).isEmpty();
    }

    @Test
    void closeTheOtherDatabasesToTheApplication() {
        assertThat(app.queryForList("""
                        SELECT datname FROM pg_database
                        WHERE has_database_privilege(datname, 'CONNECT') AND datname IN ('postgres', 'template1')
                        """)).isEmpty();
    }

    private void assertRefused(String sql) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> app.execute(sql))
                .havingRootCause()
                .withMessageMatching("(?s)ERROR: (permission denied|must be owner).*");
    }

    private JdbcTemplate as(Credentials role) {
        return new JdbcTemplate(new DriverManagerDataSource(database.jdbcUrl(), role.user(), role.password()));
    }
}
