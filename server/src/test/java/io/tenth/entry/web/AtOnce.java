package io.tenth.entry.web;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Requests that are sent at the same time. */
final class AtOnce {

    private AtOnce() {}

    /** The statuses of their answers, in the order of the requests. */
    static List<Integer> statuses(List<Callable<Integer>> requests) throws Exception {
        var start = new CyclicBarrier(requests.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Integer>>();
            for (var request : requests) {
                running.add(threads.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
            var statuses = new ArrayList<Integer>();
            for (var answer : running) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }
}
