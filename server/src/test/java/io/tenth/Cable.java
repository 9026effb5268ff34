package io.tenth;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The network between a program and a server on this machine, which can be cut, torn and made bad. What a program sees of lost
 * packets is that its bytes come late and still in their order; so that is what a bad network does here.
 */
public final class Cable implements AutoCloseable {

    private static final int BURST = 16 * 1024;

    /** How long TCP waits at least before it sends again what was lost; each further time twice as long. */
    private static final Duration BEFORE_RESENDING = Duration.ofMillis(200);

    private final ServerSocket near;
    private final int far;
    private final Random random;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition mended = lock.newCondition();
    private volatile boolean cut;
    private volatile double lost;

    private Cable(ServerSocket near, int far, long seed) {
        this.near = near;
        this.far = far;
        this.random = new Random(seed);
    }

    /** Leads to a port of this machine. */
    public static Cable to(int port, long seed) {
        try {
            var cable = new Cable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port, seed);
            Thread.startVirtualThread(cable::accept);
            return cable;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it begins. */
    public int port() {
        return near.getLocalPort();
    }

    /** From now on nothing comes through, and nobody is told. */
    public void cut() {
        cut = true;
    }

    /** From now on what was held up goes on. */
    public void mend() {
        lock.lock();
        try {
            cut = false;
            mended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Breaks off all connections. */
    public void tear() {
        sockets.forEach(Cable::breakOff);
    }

    /** From now on such a share of what is sent is lost at first. */
    public void lose(double share) {
        lost = share;
    }

    @Override
    public void close() {
        try {
            near.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mend();
        tear();
    }

    private void accept() {
        try {
            while (true) {
                var client = near.accept();
                Thread.startVirtualThread(() -> connect(client));
            }
        } catch (IOException closed) {
            // There is nothing left to lead to.
        }
    }

    private void connect(Socket client) {
        sockets.add(client);
        try {
            awaitMended();
            var server = new Socket(InetAddress.getLoopbackAddress(), far);
            sockets.add(server);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            Thread.startVirtualThread(() -> carry(client, server));
            carry(server, client);
        } catch (IOException unreachable) {
            breakOff(client);
        }
    }

    private void carry(Socket from, Socket to) {
        var burst = new byte[BURST];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (var length = in.read(burst); length >= 0; length = in.read(burst)) {
                for (var wait = BEFORE_RESENDING; isLost(); wait = wait.multipliedBy(2)) {
                    LockSupport.parkNanos(wait.toNanos());
                }
                awaitMended();
                out.write(burst, 0, length);
                out.flush();
            }
        } catch (IOException broken) {
            // Both ends are closed, and that is all a network tells.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private boolean isLost() {
        synchronized (random) {
            return random.nextDouble() < lost;
        }
    }

    private void awaitMended() {
        lock.lock();
        try {
            while (cut) {
                mended.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void breakOff(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyClosed) {
            // That is what was wanted.
        }
    }
}
