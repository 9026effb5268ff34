package io.tenth.store;

/** Says in one sentence, for the operator, why the start is refused; the message never holds a secret. */
public sealed class StartRefusedException extends RuntimeException permits HomeInUseException {
    private static final long serialVersionUID = 1L;

    public StartRefusedException(String sentence) {
        super(sentence);
    }
}
