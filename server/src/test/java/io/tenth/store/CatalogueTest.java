package io.tenth.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database itself knows of who may see what; a table that a migration forgets to protect fails here. */
class CatalogueTest {

    /** Unique keys without a person: of what is random, and the addresses with which people sign in. */
    private static final List<String> SHARED_KEYS = List.of(
            "api_tokens_token_hash_key",
            "audit_events_pkey",
            "password_resets_token_hash_key",
            "program_grants_access_hash_key",
            "program_grants_code_hash_key",
            "program_grants_consent_hash_key",
            "program_grants_refresh_hash_key",
            "program_spent_tokens_token_hash_key",
            "sessions_token_hash_key",
            "users_email");

    private final Rows catalogue = new Rows(TestDatabase.copyOf("migrated", Migrations::run));

    @Test
    void givesTheApplicationNoPowerOverItsGuards() {
        assertThat(catalogue.texts("""
                        SELECT rolname FROM pg_roles
                         WHERE rolname = 'tenth_app'
                           AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
                        """)).isEmpty();
        assertThat(catalogue.texts("""
                        SELECT relname::text FROM pg_class WHERE pg_has_role('tenth_app', relowner, 'MEMBER')
                        UNION ALL
                        SELECT proname::text FROM pg_proc WHERE pg_has_role('tenth_app', proowner, 'MEMBER')
                        UNION ALL
                        SELECT nspname::text FROM pg_namespace WHERE pg_has_role('tenth_app', nspowner, 'MEMBER')
                        """)).isEmpty();
    }

    @Test
    void forcesRowSecurityOnEveryTableOfThePeople() {
        assertThat(catalogue.texts("""
                        SELECT relname::text FROM pg_class
                         WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'm', 'f')
                           AND NOT (relrowsecurity AND relforcerowsecurity)
                         ORDER BY relname
                        """)).containsExactly("call_budgets", "flyway_schema_history", "scheduled_tasks");
    }

    @Test
    void keepsPeopleOutOfTheTablesWithoutRowSecurity() {
        assertThat(catalogue.personalTables()).doesNotContain("flyway_schema_history", "scheduled_tasks");
        assertThat(catalogue.texts(
                        "SELECT 1 WHERE has_table_privilege('tenth_app', 'flyway_schema_history', 'SELECT, INSERT')"))
                .isEmpty();
    }

    @Test
    void bindsReadingAndWritingToThePerson() {
        for (var table : catalogue.personalTables()) {
            assertThat(catalogue.texts("""
                            SELECT 1 FROM pg_policies
                             WHERE tablename = ? AND coalesce(qual, with_check) LIKE '%user_id%tenth_user()%'
                            """, table))
                    .as("a policy of %s that names its person", table)
                    .isNotEmpty();
        }
        assertThat(catalogue.texts("""
                        SELECT tablename || ' ' || policyname FROM pg_policies
                         WHERE cmd = 'ALL' AND (qual IS NULL OR with_check IS NULL)
                         ORDER BY 1
                        """))
                .as("policies for everything that leave reading or writing open")
                .isEmpty();
        assertThat(catalogue.texts("""
                        SELECT tablename || ' ' || policyname FROM pg_policies
                         WHERE coalesce(qual, '') = 'true' OR coalesce(with_check, '') = 'true'
                        """)).isEmpty();
    }

    @Test
    void hasNoFunctionOrViewThatActsForItsOwner() {
        assertThat(catalogue.texts("""
                        SELECT proname::text FROM pg_proc
                         WHERE pronamespace = 'public'::regnamespace AND prosecdef
                        """)).isEmpty();
        assertThat(catalogue.texts("""
                        SELECT relname::text FROM pg_class
                         WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
                           AND NOT coalesce(reloptions, '{}') && ARRAY['security_invoker=true', 'security_invoker=on']
                        """)).isEmpty();
    }

    /** A key that people share would tell by its refusal that another has a thing. */
    @Test
    void letsNobodyMeetAnothersKeys() {
        assertThat(catalogue.texts("""
                        SELECT indexrelid::regclass::text FROM pg_index
                          JOIN information_schema.columns ON table_name = indrelid::regclass::text AND column_name = 'user_id'
                         WHERE indisunique AND table_schema = 'public'
                           AND NOT EXISTS (SELECT 1 FROM pg_attribute
                                            WHERE attrelid = indrelid AND attnum = ANY (indkey) AND attname = 'user_id')
                         ORDER BY 1
                        """)).containsExactlyElementsOf(SHARED_KEYS);
    }

    @Test
    void leavesTheAuditLogUnchangeable() {
        assertThat(catalogue.texts(
                        "SELECT 1 WHERE has_table_privilege('tenth_app', 'audit_events', 'UPDATE, DELETE, TRUNCATE')"))
                .isEmpty();
        assertThat(catalogue.texts("""
                        SELECT relname::text FROM pg_class
                         WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                           AND has_table_privilege('tenth_app', oid, 'TRUNCATE, REFERENCES, TRIGGER')
                        """)).isEmpty();
    }
}
