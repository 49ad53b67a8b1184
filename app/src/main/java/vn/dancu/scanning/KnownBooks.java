package vn.dancu.scanning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dancu.civil.unit.AdministrativeUnits;
import vn.dancu.paper.read.Books;
import vn.dancu.reference.Units;
import vn.dancu.scanning.db.BookNumbers;

/** The residence books and the units as the reader asks them, taken into memory: eight bytes a number. */
@Component
class KnownBooks {
    private static final int MOST_DIGITS = 12;

    /** Personal numbers bear the provinces as they were before those of July 2025. */
    private static final LocalDate NUMBERS_AS_OF = LocalDate.of(2025, 6, 30);

    private final BookNumbers numbers;
    private final Units units;

    KnownBooks(BookNumbers numbers, Units units) {
        this.numbers = numbers;
        this.units = units;
    }

    Books load() {
        long[] known = numbers.personalNumbers();
        Arrays.sort(known);
        AdministrativeUnits places = units.current();
        return new Books() {
            @Override
            public boolean has(String number) {
                return number.length() == MOST_DIGITS
                        && number.chars().allMatch(c -> c >= '0' && c <= '9')
                        && Arrays.binarySearch(known, Long.parseLong(number)) >= 0;
            }

            @Override
            public Optional<String> provinceOf(String communeCode) {
                return places.provinceOf(communeCode, NUMBERS_AS_OF);
            }
        };
    }
}
