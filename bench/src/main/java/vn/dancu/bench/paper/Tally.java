package vn.dancu.bench.paper;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.dancu.paper.Field;
import vn.dancu.paper.FieldKind;
import vn.dancu.paper.PageCode;
import vn.dancu.paper.corpus.Scan;
import vn.dancu.paper.read.FieldReading;
import vn.dancu.paper.read.ReadPage;
import vn.dancu.paper.read.Verdict;

/** Counts what was read rightly. Not for several threads. */
final class Tally {
    private static final int NUMBER = 12;

    final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    int pages;
    int bound;
    int boundWrongly;
    int sharpPages;
    int sharpBound;
    int checks;
    int checksRight;
    int checksAccepted;
    int checksAcceptedRight;
    int corrected;
    int correctedRight;
    long characters;
    long characterErrors;
    long printed;
    long printedWhole;
    int numbers;
    int numbersRight;
    int numbersAccepted;
    int numbersAcceptedRight;
    int withBooks;
    int withBooksAccepted;
    int withBooksRight;
    int dates;
    int datesAccepted;
    int datesAcceptedRight;

    void add(Scan scan, ReadPage page) {
        pages++;
        verdicts.merge(page.verdict(), 1, Integer::sum);
        Optional<String> truth = scan.code().map(PageCode::number);
        boolean isBound = truth.isPresent() && page.number().equals(truth.get());
        bound += isBound ? 1 : 0;
        boundWrongly += !isBound && !page.number().isEmpty() ? 1 : 0;
        if (scan.dpi() >= 200) {
            sharpPages++;
            sharpBound += isBound ? 1 : 0;
        }
        for (FieldReading reading : page.fields()) {
            scan.page().field(reading.field()).ifPresent(field -> add(scan, field, reading));
        }
    }

    private void add(Scan scan, Field field, FieldReading reading) {
        String truth = scan.values().getOrDefault(field.name(), "");
        if (field.kind() == FieldKind.CHECK) {
            check(scan, field, reading, truth);
        } else if (field.kind().isText()) {
            print(scan, reading, truth);
        } else if (field.kind() == FieldKind.DATE && !truth.isBlank()) {
            dates++;
            datesAccepted += reading.accepted() ? 1 : 0;
            datesAcceptedRight += reading.accepted() && reading.value().equals(iso(truth)) ? 1 : 0;
        } else if (truth.length() == NUMBER) {
            boolean isRight = reading.value().equals(truth);
            if (InventedBooks.areOpenFor(scan)) {
                withBooks++;
                withBooksAccepted += reading.accepted() ? 1 : 0;
                withBooksRight += reading.accepted() && isRight ? 1 : 0;
                return;
            }
            numbers++;
            numbersRight += isRight ? 1 : 0;
            numbersAccepted += reading.accepted() ? 1 : 0;
            numbersAcceptedRight += reading.accepted() && isRight ? 1 : 0;
        }
    }

    private void check(Scan scan, Field field, FieldReading reading, String truth) {
        boolean isRight = reading.value().equals(truth);
        checks++;
        checksRight += isRight ? 1 : 0;
        checksAccepted += reading.accepted() ? 1 : 0;
        checksAcceptedRight += reading.accepted() && isRight ? 1 : 0;
        if (scan.corrected().contains(field.name())) {
            corrected++;
            correctedRight += isRight ? 1 : 0;
        }
    }

    /** The bar is set at 300 dots to the inch. */
    private void print(Scan scan, FieldReading reading, String truth) {
        if (scan.dpi() != 300 || truth.isEmpty()) {
            return;
        }
        int errors = Distance.between(truth.replaceAll("\\s+", " "), reading.value());
        characters += truth.length();
        characterErrors += errors;
        printed++;
        printedWhole += errors == 0 ? 1 : 0;
    }

    /** Day, month, year in eight boxes, with spaces for empty ones. */
    private static String iso(String boxes) {
        String padded = String.format("%-8s", boxes);
        String day = padded.substring(0, 2).strip();
        String month = padded.substring(2, 4).strip();
        String iso = padded.substring(4).strip();
        iso += month.isEmpty() ? "" : "-" + two(month);
        return iso + (day.isEmpty() ? "" : "-" + two(day));
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    static String share(long part, long whole) {
        return String.format(Locale.ROOT, "%,d of %,d (%.3f %%)", part, whole, whole == 0 ? 0 : 100.0 * part / whole);
    }
}
