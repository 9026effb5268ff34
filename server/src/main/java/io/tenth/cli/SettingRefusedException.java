package io.tenth.cli;

/** A setting that is unknown or impossible, with the sentence that says which and why. */
final class SettingRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingRefusedException(String sentence) {
        super(sentence);
    }
}
