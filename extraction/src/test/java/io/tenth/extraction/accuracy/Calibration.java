package io.tenth.extraction.accuracy;

/**
 * How far confidence and truth are apart: the entries in ten bins by their confidence, and of each bin the distance between
 * the mean confidence and the share that is right, weighted by how many lie in it.
 */
final class Calibration {

    private static final int BINS = 10;

    private final int[] right = new int[BINS];
    private final double[] promised = new double[BINS];
    private int all;

    void add(double confidence, boolean hit) {
        int bin = Math.min((int) (confidence * BINS), BINS - 1);
        right[bin] += hit ? 1 : 0;
        promised[bin] += confidence;
        all++;
    }

    double error() {
        double apart = 0;
        for (int bin = 0; bin < BINS; bin++) {
            apart += Math.abs(right[bin] - promised[bin]);
        }
        return all == 0 ? 0 : apart / all;
    }
}
