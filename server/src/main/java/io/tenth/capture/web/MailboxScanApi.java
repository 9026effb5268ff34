package io.tenth.capture.web;

import io.tenth.capture.Scan;
import io.tenth.capture.Scans;
import io.tenth.shared.Actor;
import io.tenth.shared.DomainException;
import io.tenth.shared.MailboxId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Starts scans of connected mailboxes. The answer comes at once; the scan's progress is at the address that it gives. */
@RestController
@RequestMapping("/api/mailboxes/{id}/scans")
class MailboxScanApi {

    private static final int USUAL_DAYS = 7;
    private static final int USUAL_MOST = 100;

    private final Scans scans;
    private final Clock clock;

    MailboxScanApi(Scans scans, Clock clock) {
        this.scans = scans;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Started> start(@PathVariable UUID id, @RequestBody Asked asked, Actor.Person person) {
        var scan = scans.start(new MailboxId(id), asked.sent(clock), person);
        return ResponseEntity.accepted()
                .location(URI.create("/api/time-tracking/scans/" + scan.value()))
                .body(new Started(scan.value()));
    }

    /**
     * What is to be read.
     *
     * @param sinceHours how far back, 1 to 720 hours; not together with days
     * @param dateRangeDays how far back, 1 to 30 days; 7 where neither is given
     * @param maxEmails how many messages are read, newest first, 1 to 1000; 100 where it is not given. Those read before do not
     *     count
     * @param useCache whether messages are passed over that were read before; true where it is not given
     */
    record Asked(
            @Nullable Integer sinceHours,
            @Nullable Integer dateRangeDays,
            @Nullable Integer maxEmails,
            @Nullable Boolean useCache) {

        Scan.Subject.Sent sent(Clock clock) {
            var anew = useCache != null && !useCache;
            return Scan.Subject.Sent.asked(period(), maxEmails == null ? USUAL_MOST : maxEmails, anew, clock.instant());
        }

        private Duration period() {
            if (sinceHours != null && dateRangeDays != null) {
                throw DomainException.invalid("Give since_hours or date_range_days, not both.");
            }
            if (sinceHours != null) {
                return Duration.ofHours(sinceHours);
            }
            return Duration.ofDays(dateRangeDays == null ? USUAL_DAYS : dateRangeDays);
        }
    }

    record Started(UUID scanId) {}
}
