/** Finds the time that the author of a sent message says was worked. Start at {@link io.tenth.extraction.TimeExtractor}. */
module io.tenth.extraction {
    requires static org.jspecify;

    exports io.tenth.extraction;
}
