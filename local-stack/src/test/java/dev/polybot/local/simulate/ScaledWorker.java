package dev.polybot.local.simulate;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A detector without a model: a process of its own that takes messages from a real queue, one at a time, and sleeps as long as a
 * picture takes. It tells each message's beginning and end in lines on its output, and leaves when its input ends.
 */
final class ScaledWorker {

    private ScaledWorker() {}

    /**
     * Works.
     *
     * @param arguments the queues' address, the queue, from when on it takes messages (milliseconds since 1970), and how long each
     *     takes (milliseconds)
     */
    public static void main(String[] arguments) throws Exception {
        QueueDoor queue = new QueueDoor(URI.create(arguments[0]), arguments[1]);
        long ready = Long.parseLong(arguments[2]);
        long takes = Long.parseLong(arguments[3]);
        AtomicBoolean leaving = new AtomicBoolean();
        Thread.ofVirtual().start(() -> leaveAtTheEndOfInput(leaving));
        Thread.sleep(Math.max(0, ready - System.currentTimeMillis()));
        long idleSince = System.nanoTime();
        while (!leaving.get()) {
            QueueDoor.Taken message = queue.take();
            if (message == null) {
                idleSince = System.nanoTime();
                continue;
            }
            Thread.sleep(takes);
            queue.remove(message);
            long took = (System.nanoTime() - idleSince) / 1_000_000;
            idleSince = System.nanoTime();
            System.out.println(message.sent() + " " + System.currentTimeMillis() + ' ' + took);
        }
    }

    private static void leaveAtTheEndOfInput(AtomicBoolean leaving) {
        try {
            while (System.in.read() >= 0) {
                // Nobody says anything.
            }
        } catch (IOException e) {
            // It has ended.
        }
        leaving.set(true);
    }
}
