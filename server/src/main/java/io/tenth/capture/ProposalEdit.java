package io.tenth.capture;

import io.tenth.shared.DayRange;
import io.tenth.shared.DomainException;
import io.tenth.shared.MatterId;
import io.tenth.shared.WorkType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants a proposal to say.
 *
 * @param minutes 1 to 1440
 * @param billedMinutes 0 to 1440, in place of what the rules make of {@code minutes}; null to leave it to them
 * @param matter in the firm's directory, or null
 * @param clientMatter at most 200 characters; replaced by the matter's own name where one is given
 * @param description at most 500 characters
 */
public record ProposalEdit(
        LocalDate day,
        int minutes,
        WorkType type,
        boolean billable,
        @Nullable MatterId matter,
        @Nullable String clientMatter,
        String description,
        @Nullable Integer billedMinutes) {

    private static final int MOST_MINUTES = 1440;
    private static final int LONGEST_MATTER = 200;

    public ProposalEdit {
        DayRange.storable(day, "date_performed");
        checkTime(minutes, billedMinutes);
        if (clientMatter != null && clientMatter.length() > LONGEST_MATTER) {
            throw DomainException.invalid(
                    "client_matter", "The client or matter has at most " + LONGEST_MATTER + " characters.");
        }
        if (description.isBlank() || description.length() > 500) {
            throw DomainException.invalid("activity_description", "The description has 1 to 500 characters.");
        }
        clientMatter = clientMatter == null || clientMatter.isBlank() ? null : clientMatter.strip();
        description = description.strip();
    }

    /** The edit that changes nothing, to change one field of. */
    public static ProposalEdit of(Proposal proposal) {
        var work = proposal.work();
        return new ProposalEdit(
                work.day(),
                work.minutes(),
                work.type(),
                work.billable(),
                work.matter(),
                work.clientMatter(),
                work.description(),
                proposal.billed().own());
    }

    /** The same with the matter under the name that the directory has for it. */
    ProposalEdit named(String label) {
        return new ProposalEdit(day, minutes, type, billable, matter, shortened(label), description, billedMinutes);
    }

    Proposal.Work work() {
        return new Proposal.Work(day, minutes, type, billable, matter, clientMatter, description);
    }

    /** A matter's own name as far as a proposal shows it. */
    static String shortened(String label) {
        return label.length() <= LONGEST_MATTER ? label : label.substring(0, LONGEST_MATTER);
    }

    private static void checkTime(int minutes, @Nullable Integer billed) {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw DomainException.invalid("The time is between 1 minute and 24 hours.");
        }
        if (billed != null && (billed < 0 || billed > MOST_MINUTES)) {
            throw DomainException.invalid("billed_minutes is between 0 and " + MOST_MINUTES + ".");
        }
    }
}
