package vn.dancu.bench.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import vn.dancu.access.Passwords;

/**
 * The load generator, a process of its own: every officer logs in at the same moment, then clicks, with 5 to 15 seconds
 * between clicks. Arguments: address, file of officers, seconds, seed, file of what happened.
 */
public final class Load {
    private static final int LEAST_THINKING_MILLIS = 5_000;
    private static final int MOST_THINKING_MILLIS = 15_000;

    /** The server is new: its code is compiled while it is used. */
    static final int WARM_UP_SECONDS = 120;

    /** When the logins began and ended, and when the measured part begins: lines of the output before the samples. */
    static final String LOGINS = "#logins";

    private Load() {}

    public static void main(String[] arguments) throws Exception {
        String base = arguments[0];
        List<Seat> seats = Seat.read(Path.of(arguments[1]));
        int seconds = Integer.parseInt(arguments[2]);
        long seed = Long.parseLong(arguments[3]);
        Path out = Path.of(arguments[4]);
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(30))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try (BufferedWriter file = Files.newBufferedWriter(out)) {
            run(http, base, seats, seconds, seed, file);
        }
    }

    private static void run(HttpClient http, String base, List<Seat> seats, int seconds, long seed, BufferedWriter file)
            throws InterruptedException, IOException {
        Tab.Book book = (kind, status, nanos, what) -> {
            String line = (kind == null ? Served.UNMEASURED : kind.word()) + "\t" + status + "\t" + nanos / 1_000 + "\t"
                    + what + "\n";
            synchronized (file) {
                try {
                    file.write(line);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        };
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch loggedIn = new CountDownLatch(seats.size());
        AtomicInteger outside = new AtomicInteger();
        AtomicLong end = new AtomicLong(Long.MAX_VALUE);
        List<Thread> officers = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++) {
            Seat seat = seats.get(i);
            long own = seed * 1_000_003 + i;
            AtWork officer = new AtWork(seat, own, new Tab(http, base, book));
            Thread thread =
                    new Thread(null, () -> day(officer, own, go, loggedIn, outside, end), seat.login(), 1 << 19);
            thread.setDaemon(true);
            thread.start();
            officers.add(thread);
        }
        long from = System.nanoTime();
        go.countDown();
        loggedIn.await();
        long took = System.nanoTime() - from;
        synchronized (file) {
            file.write(LOGINS + "\t" + seats.size() + "\t" + outside.get() + "\t" + took / 1_000_000 + "\n");
            end.set(System.nanoTime() + (seconds + WARM_UP_SECONDS) * 1_000_000_000L);
        }
        System.out.println("logged in");
        for (Thread officer : officers) {
            officer.join();
        }
    }

    private static void day(
            AtWork officer,
            long seed,
            CountDownLatch go,
            CountDownLatch loggedIn,
            AtomicInteger outside,
            AtomicLong end) {
        Random thinking = new Random(~seed);
        try {
            go.await();
            boolean isIn = false;
            try {
                isIn = officer.login(Passwords.DEMO);
            } finally {
                if (!isIn) {
                    outside.incrementAndGet();
                }
                loggedIn.countDown();
            }
            loggedIn.await();
            long warm = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
            // Nobody's first click waits for the others': the clicks are spread from the beginning.
            Thread.sleep(thinking.nextInt(MOST_THINKING_MILLIS));
            while (isIn && System.nanoTime() < end.get()) {
                officer.warmUp(System.nanoTime() < warm);
                officer.act();
                Thread.sleep(LEAST_THINKING_MILLIS + thinking.nextInt(MOST_THINKING_MILLIS - LEAST_THINKING_MILLIS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
