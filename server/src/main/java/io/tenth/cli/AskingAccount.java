package io.tenth.cli;

import io.tenth.identity.Account;
import io.tenth.identity.EmailAddress;
import io.tenth.shared.DomainException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the account as which a command asks. One that is shut lets nobody in, here as little as elsewhere. */
final class AskingAccount {

    private AskingAccount() {}

    /**
     * The account.
     *
     * @param user its address; null where there is one alone
     */
    static Account of(List<Account> all, @Nullable String user) {
        var open = all.stream().filter(account -> !account.disabled()).toList();
        if (user == null && open.size() == 1) {
            return open.getFirst();
        }
        if (user == null) {
            throw DomainException.invalid("Say with --user whose account asks.");
        }
        var asked = new EmailAddress(user);
        return open.stream()
                .filter(account -> new EmailAddress(account.email()).equals(asked))
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("account"));
    }
}
