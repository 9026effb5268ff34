package io.tenth.mail.imap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A socket of which every read keeps to a deadline. It lies beneath TLS, so that a slow handshake or record is covered too. */
final class TimedSocket extends Socket {

    private final Deadline deadline;

    TimedSocket(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new TimedInput(super.getInputStream());
    }

    private final class TimedInput extends FilterInputStream {

        private TimedInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            setSoTimeout(deadline.nextRead());
            return super.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            setSoTimeout(deadline.nextRead());
            return super.read(into, from, length);
        }
    }
}
