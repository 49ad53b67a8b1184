package vn.dancu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BrieflyTest {
    private static final Clock STANDING = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @Test
    void ofManyWhoAskAtOnceOneAsksTheDatabase() throws Exception {
        Briefly<String, Integer> counts = new Briefly<>(Duration.ofMinutes(1), STANDING);
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(1);
        ExecutorService officers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(officers.submit(() -> counts.get("ward", () -> {
                    try {
                        open.await(10, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return asked.incrementAndGet();
                })));
            }
            open.countDown();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            }
        } finally {
            officers.shutdownNow();
        }
    }

    @Test
    void aQuestionThatFailedIsAskedAgain() {
        Briefly<String, Integer> counts = new Briefly<>(Duration.ofMinutes(1), STANDING);

        assertThatThrownBy(() -> counts.get("ward", () -> {
                    throw new IllegalArgumentException("database");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(counts.get("ward", () -> 7)).isEqualTo(7);
    }

    @Test
    void whatIsQuickToCountIsCountedForEveryPage() {
        Briefly<String, Integer> counts = Briefly.ofSlow(Duration.ofMinutes(1), STANDING);
        AtomicInteger asked = new AtomicInteger();

        counts.get("ward", asked::incrementAndGet);
        counts.get("ward", asked::incrementAndGet);

        assertThat(asked).hasValue(2);
    }

    @Test
    void whatWasSlowIsRememberedUntilAnActChangesIt() {
        Briefly<String, Integer> counts = Briefly.ofSlow(Duration.ofMinutes(1), STANDING);
        AtomicInteger asked = new AtomicInteger();

        int first = counts.get("ward", () -> slowly(asked));
        int second = counts.get("ward", () -> slowly(asked));
        counts.forget();
        int third = counts.get("ward", () -> slowly(asked));

        assertThat(List.of(first, second, third)).containsExactly(1, 1, 2);
    }

    private static int slowly(AtomicInteger asked) {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return asked.incrementAndGet();
    }
}
