package io.tenth.assistant.web;

import io.tenth.assistant.GetTimeTrackingSummary;
import io.tenth.shared.WorkType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Which time is added up.
 *
 * @param dateRangeDays how many days, up to today, 1 to 365; 30 where it is not given
 * @param clientFilter only work for a client or matter whose name, code, number or other name has this in it
 * @param entryTypeFilter only these kinds of work; it may be given several times
 * @param minDurationMinutes only pieces of work of at least so many minutes, 0 to 1440
 * @param groupBy client, matter, type or day; all four where it is not given
 * @param useCache without effect: the sums are worked out from what is stored each time
 */
record SummaryRequest(
        @BindParam("date_range_days") @Nullable Integer dateRangeDays,
        @BindParam("client_filter") @Nullable String clientFilter,
        @BindParam("entry_type_filter") @Nullable List<String> entryTypeFilter,
        @BindParam("min_duration_minutes") @Nullable Integer minDurationMinutes,
        @BindParam("group_by") @Nullable String groupBy,
        @BindParam("use_cache") @Nullable Boolean useCache) {

    GetTimeTrackingSummary.Arguments arguments() {
        return new GetTimeTrackingSummary.Arguments(
                dateRangeDays,
                clientFilter,
                entryTypeFilter == null
                        ? null
                        : entryTypeFilter.stream().map(WorkType::ofKey).toList(),
                minDurationMinutes,
                groupBy == null ? null : GetTimeTrackingSummary.GroupBy.ofKey(groupBy),
                useCache);
    }
}
