package io.tenth.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenth.ApiClient;
import io.tenth.ServerTest;
import io.tenth.capture.StoredProposals;
import io.tenth.identity.Account;
import io.tenth.mail.Mailboxes;
import io.tenth.mail.UploadWriter;
import io.tenth.shared.ProposalId;
import io.tenth.store.Rows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What lies in the database is unreadable without the keys, and bound to its place. */
class EncryptionTest extends ServerTest {

    private static final String MAIL = """
            From person@firm.example Tue Mar 10 17:45:00 2026
            From: person@firm.example
            To: quetzalcoatl@recipient.example
            Subject: The xylophone of Zanzibar
            Message-ID: <ornithopter@firm.example>
            Date: Tue, 10 Mar 2026 17:45:00 -0400

            The marmalade negotiations went well.
            """;

    @Autowired
    private ApplicationContext server;

    @Autowired
    private UploadWriter files;

    @Autowired
    private Mailboxes mailboxes;

    private final Rows rows = new Rows(database());
    private Account account;
    private ApiClient api;
    private StoredProposals stored;

    @BeforeEach
    void signIn() {
        account = newPerson();
        api = api(account);
        stored = new StoredProposals(server, database());
    }

    @Test
    void leavesNoWordOfMailReadableInAnyColumn() throws IOException {
        upload("hippopotamus.mbox");
        var proposals = stored.some(2, account.person());
        api.patch(path(proposals.getFirst()), """
                {"activity_description": "A wholly kaleidoscopic description", "client_matter": "Fandango v. Bolero"}
                """);
        assertThat(api.post(path(proposals.getFirst()) + "/acceptance").status())
                .isEqualTo(201);
        assertThat(api.get(path(proposals.getFirst())).text("/client_matter")).isEqualTo("Fandango v. Bolero");

        var values = rows.values();

        assertThat(values).as("an address that is meant to be readable").contains(account.email());
        for (var secret : List.of(
                "hippopotamus",
                "quetzalcoatl",
                "xylophone",
                "ornithopter",
                "marmalade",
                "kaleidoscopic",
                "Fandango",
                "settlement papers",
                "drafting the Halloran",
                "Drafting the settlement",
                "achterberg",
                PASSWORD)) {
            assertThat(values).as(secret).noneMatch(value -> value.contains(secret));
        }
    }

    @Test
    void opensNoValueThatWasMovedToAnotherRow() {
        var proposals = stored.some(2, account.person());

        move("description", proposals.getFirst(), "description", proposals.getLast());

        assertUnreadable(proposals.getLast());
        assertThat(api.get(path(proposals.getFirst())).status()).isEqualTo(200);
    }

    @Test
    void opensNoValueThatWasMovedToAnotherColumn() {
        var proposal = stored.one(account.person());

        move("excerpt", proposal, "description", proposal);

        assertUnreadable(proposal);
    }

    @Test
    void opensNoValueThatWasMovedToAnotherPerson() {
        var other = newPerson();
        var theirs = stored.one(other.person());
        var mine = stored.one(account.person());

        move("description", theirs, "description", mine);

        assertUnreadable(mine);
        assertThat(api(other).get(path(theirs)).status()).isEqualTo(200);
    }

    @Test
    void opensNoValueOfWhichOneBitWasChanged() {
        var proposal = stored.one(account.person());

        rows.update(
                "UPDATE proposals SET description = set_bit(description, 200, 1 - get_bit(description, 200))"
                        + " WHERE proposal_id = ?",
                proposal.value());

        assertUnreadable(proposal);
    }

    @Test
    void readsNothingWithoutTheDataKeyOfThePerson() {
        var other = newPerson();
        var mine = stored.one(account.person());

        rows.update("""
                UPDATE data_keys SET seal_key = (SELECT seal_key FROM data_keys WHERE user_id = ?) WHERE user_id = ?
                """, account.id().value(), other.id().value());

        assertThat(api(other).get("/api/proposals").status()).isEqualTo(500);
        assertThat(api.get(path(mine)).status()).isEqualTo(200);
    }

    /** A file whose scan has not begun. */
    private void upload(String name) throws IOException {
        var mailbox = mailboxes.named("Sent", account.person());
        files.store(mailbox, name, new ByteArrayInputStream(MAIL.getBytes(StandardCharsets.UTF_8)), account.person());
    }

    private void move(String fromColumn, ProposalId from, String toColumn, ProposalId to) {
        var changed = rows.update(
                "UPDATE proposals SET %s = (SELECT %s FROM proposals WHERE proposal_id = ?) WHERE proposal_id = ?"
                        .formatted(toColumn, fromColumn),
                from.value(),
                to.value());
        assertThat(changed).isEqualTo(1);
    }

    private void assertUnreadable(ProposalId proposal) {
        var answer = api.get(path(proposal));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text("/error/code")).isEqualTo("INTERNAL_ERROR");
        assertThat(UUID.fromString(answer.text("/meta/request_id"))).isNotNull();
        assertThat(answer.body()).doesNotContain("proposals", "IllegalState", StoredProposals.SUBJECT);
    }

    private static String path(ProposalId proposal) {
        return "/api/proposals/" + proposal.value();
    }
}
