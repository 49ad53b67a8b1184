package vn.dancu.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and judges passwords. One cost for every account: the demo is quick because its one password is hashed once,
 * not because its hash is cheap.
 */
@Component
public class Passwords {
    /** Printed by the demo, and accepted nowhere else. */
    public static final String DEMO = "dancu-demo";

    private static final int SHORTEST = 10;
    /** bcrypt reads no further. */
    private static final int LONGEST_BYTES = 72;
    /** 2^11 rounds: about an eighth of a second on one core. */
    private static final int COST = 11;

    private static final Set<String> GUESSED_FIRST = Set.of(
            DEMO,
            "1234567890",
            "0123456789",
            "password123",
            "password1234",
            "qwertyuiop",
            "administrator",
            "congan1234");

    /** Of fifty random characters that nobody kept. */
    private static final String NOBODY = "{bcrypt}$2a$11$3tKQgOcahvXed.leIR3KUek8onEB6j.7k.kvX4ekAxeXFh4XygiWy";

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(COST)));

    /**
     * As many hashes at a time as there are cores, first come first served. On threads of the operating system, so that a
     * morning's logins share the processor with pages instead of holding the few threads that carry every request.
     */
    private final ExecutorService hashing = hashing();

    private static ExecutorService hashing() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().availableProcessors(),
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "dancu-password");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private <T extends @Nullable Object> T inTurn(Callable<T> work) {
        try {
            return hashing.submit(work).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("hashing failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while hashing", e);
        }
    }

    String encode(String password) {
        String hash = inTurn(() -> encoder.encode(password));
        if (hash == null) {
            throw new IllegalStateException("the encoder gave no hash");
        }
        return hash;
    }

    boolean matches(String password, String hash) {
        return fits(password) && inTurn(() -> encoder.matches(password, hash));
    }

    /** Takes as long as {@link #matches}, so that the answer's time does not tell which logins exist. */
    void matchNobody(String password) {
        matches(password, NOBODY);
    }

    /** True when the hash was made at another cost or by another method than today's. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    boolean isWeak(String password, String login) {
        String lower = password.toLowerCase(Locale.ROOT);
        return password.length() < SHORTEST
                || !fits(password)
                || GUESSED_FIRST.contains(lower)
                || lower.contains(login)
                || password.chars().distinct().count() < 5;
    }

    private static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    }
}
