package vn.dancu.bench.paper;

import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.dancu.paper.corpus.Scan;
import vn.dancu.paper.read.Books;

/**
 * The books of a city of 55,000: nine in ten of the numbers on the forms stand in them, among many others. Every other page is
 * read as if the books were closed.
 */
final class InventedBooks implements Books {
    private static final int CITY = 55_000;
    private static final int LENGTH = 12;

    private final Set<String> numbers = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Boolean> open = ThreadLocal.withInitial(() -> false);

    InventedBooks(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CITY; i++) {
            int year = 1925 + random.nextInt(95);
            int century = (year / 100 - 19) * 2 + random.nextInt(2);
            numbers.add(String.format("002%d%02d%06d", century, year % 100, random.nextInt(1_000_000)));
        }
    }

    static boolean areOpenFor(Scan scan) {
        return scan.index() % 2 == 1;
    }

    /** Before a page is read on this thread. */
    void turnTo(Scan scan) {
        open.set(areOpenFor(scan));
        for (String value : scan.values().values()) {
            if (value.length() == LENGTH && value.hashCode() % 10 != 0) {
                numbers.add(value);
            }
        }
    }

    @Override
    public boolean has(String number) {
        return open.get() && numbers.contains(number);
    }

    @Override
    public Optional<String> provinceOf(String communeCode) {
        return Optional.empty();
    }
}
