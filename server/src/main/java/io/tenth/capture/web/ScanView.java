package io.tenth.capture.web;

import io.tenth.capture.Scan;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A scan as its owner sees it. */
record ScanView(
        UUID id,
        String started,
        String state,
        boolean isOver,
        boolean isDone,
        int percent,
        int messages,
        Scan.Counts counts,
        @Nullable String modelNotice,
        @Nullable String failure) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    static ScanView of(Scan scan, ZoneId zone) {
        return new ScanView(
                scan.id().value(),
                TIME.format(scan.createdAt().atZone(zone)),
                word(scan.state()),
                scan.state().isOver(),
                scan.state() == Scan.State.DONE,
                scan.percent(),
                scan.counts().messages(),
                scan.counts(),
                scan.judging().sentence().orElse(null),
                scan.failure());
    }

    private static String word(Scan.State state) {
        return switch (state) {
            case QUEUED -> "waiting to start";
            case RUNNING -> "reading";
            case DONE -> "done";
            case FAILED -> "failed";
            case CANCELLED -> "stopped";
        };
    }
}
