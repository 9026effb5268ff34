package io.tenth.extraction.internal.amount;

/**
 * Two times with what may be said of them.
 *
 * @param from where the range begins, its "from" included
 * @param dashed whether a dash joins them rather than a word
 */
record ClockPair(int from, Clock start, Clock end, boolean dashed) {

    boolean isSaid() {
        return start.half() == Clock.Half.SAID || end.half() == Clock.Half.SAID;
    }

    boolean areBothExact() {
        return start.exact() && end.exact();
    }
}
