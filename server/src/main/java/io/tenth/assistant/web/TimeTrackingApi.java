package io.tenth.assistant.web;

import io.tenth.assistant.AnalyzeTimeEntry;
import io.tenth.assistant.GetTimeTrackingSummary;
import io.tenth.assistant.ScanBillableTime;
import io.tenth.assistant.Tools;
import io.tenth.shared.Actor;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tools that find time and add it up, for programs. The settings have an address of their own. */
@RestController
@RequestMapping("/api/time-tracking")
class TimeTrackingApi {

    private static final Set<String> RUNNING = Set.of("queued", "running");

    private final Tools tools;
    private final ScanBillableTime scan;
    private final AnalyzeTimeEntry analyze;
    private final GetTimeTrackingSummary summary;

    TimeTrackingApi(Tools tools, ScanBillableTime scan, AnalyzeTimeEntry analyze, GetTimeTrackingSummary summary) {
        this.tools = tools;
        this.scan = scan;
        this.analyze = analyze;
        this.summary = summary;
    }

    /**
     * Reads what a connected mailbox has sent, and tells which time was found. It waits for as long as your setting
     * {@code processingTimeout} says; a scan that takes longer goes on, and its progress is at the location.
     */
    @PostMapping("/scan")
    ResponseEntity<ScanBillableTime.Result> scan(@RequestBody ScanBillableTime.Arguments asked, Actor.Person person) {
        var result = tools.call(scan, asked, person);
        var goesOn = RUNNING.contains(result.state());
        return ResponseEntity.status(goesOn ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .location(URI.create("/api/time-tracking/scans/" + result.batchId()))
                .body(result);
    }

    /** Finds the time in a text, and stores nothing; or tells what was found in a message that a scan has read. */
    @PostMapping("/analyze")
    AnalyzeTimeEntry.Result analyze(@RequestBody AnalyzeTimeEntry.Arguments asked, Actor.Person person) {
        return tools.call(analyze, asked, person);
    }

    /** Adds up what is approved, proposed and rejected. */
    @GetMapping("/summary")
    GetTimeTrackingSummary.Result summary(SummaryRequest asked, Actor.Person person) {
        return tools.call(summary, asked.arguments(), person);
    }
}
