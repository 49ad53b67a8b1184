package vn.dancu.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.dancu.TestDatabase;
import vn.dancu.civil.unit.AdministrativeUnits;

class UnitsTest {
    /** As many as the pool of a {@link TestDatabase} has connections. */
    private static final int CONNECTIONS = 4;

    @Test
    void whoHoldsAConnectionDoesNotWaitForWhoNeedsOne() throws Exception {
        ExecutorService officers = Executors.newFixedThreadPool(CONNECTIONS + 1);
        try (TestDatabase database = TestDatabase.fresh().with()) {
            Units units = database.get(Units.class);
            AdministrativeUnits before = units.current();
            database.clock().advance(Duration.ofMinutes(1));
            CountDownLatch held = new CountDownLatch(CONNECTIONS);
            CountDownLatch go = new CountDownLatch(1);
            List<CompletableFuture<AdministrativeUnits>> answers = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                answers.add(CompletableFuture.supplyAsync(
                        () -> database.transaction().execute(status -> {
                            database.jdbc().sql("select 1").query(row -> {});
                            held.countDown();
                            try {
                                go.await(30, TimeUnit.SECONDS);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return units.current();
                        }),
                        officers));
            }
            assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
            // One without a connection is the first to look again, and gets none until the others have gone.
            CompletableFuture<AdministrativeUnits> first = CompletableFuture.supplyAsync(units::current, officers);
            HikariPoolMXBean pool = database.get(HikariDataSource.class).getHikariPoolMXBean();
            for (int look = 0; look < 2_000 && pool.getThreadsAwaitingConnection() == 0; look++) {
                Thread.sleep(5);
            }
            assertThat(pool.getThreadsAwaitingConnection()).isPositive();
            go.countDown();

            for (CompletableFuture<AdministrativeUnits> answer : answers) {
                assertThat(answer.get(8, TimeUnit.SECONDS)).isSameAs(before);
            }
            assertThat(first.get(8, TimeUnit.SECONDS)).isSameAs(before);
        } finally {
            officers.shutdownNow();
        }
    }
}
