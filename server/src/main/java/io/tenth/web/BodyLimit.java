package io.tenth.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds the body of a request of a program: a megabyte, or two gigabytes for a file of mail. A longer one is refused before it is
 * read where its length is announced, and while it is read where it is not.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class BodyLimit extends OncePerRequestFilter {

    private static final long MOST = 1L << 20;
    private static final long MOST_OF_A_FILE = 2L << 30;

    private final Answers answers;

    BodyLimit(Answers answers) {
        this.answers = answers;
    }

    /** A body that turned out too long. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;

        /** Whether it is why something else failed. */
        static boolean caused(Throwable failure) {
            for (var cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof TooLong) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Whether a request brings a file of mail, which is read as it comes and never held in memory. */
    static boolean isFile(HttpServletRequest request) {
        return AskedPath.of(request).endsWith("/files");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Answers.isApi(request) && !AskedPath.of(request).startsWith("/oauth2/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var most = isFile(request) ? MOST_OF_A_FILE : MOST;
        if (request.getContentLengthLong() > most) {
            answers.writeError(response, HttpStatus.CONTENT_TOO_LARGE, Answers.TOO_LARGE);
        } else {
            chain.doFilter(new Bounded(request, most), response);
        }
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private final long most;

        Bounded(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream(), most);
        }
    }

    private static final class BoundedStream extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        BoundedStream(ServletInputStream body, long most) {
            this.body = body;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            return (int) counted(body.read(), 1);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = body.read(into, offset, length);
            return (int) counted(read, read);
        }

        private long counted(int answer, int bytes) throws IOException {
            left -= answer < 0 ? 0 : bytes;
            if (left < 0) {
                throw new TooLong();
            }
            return answer;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
