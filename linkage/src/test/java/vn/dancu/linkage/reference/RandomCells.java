package vn.dancu.linkage.reference;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.dancu.linkage.Column;

/** Cells as careless people write them, of few letters, so that nearly equal values are frequent. Invented. */
final class RandomCells {

    private static final List<String> WORDS = List.of(
            "anna",
            "ann",
            "hanna",
            "Hòa",
            "Hoà",
            "hoa",
            "O'Brien",
            "o brien",
            "ab",
            "ba",
            "abc",
            "acb",
            "Đức",
            "Duc",
            "Nguyễn",
            "nguyen",
            "ngyuen",
            "Street",
            "st",
            "Phường",
            "p",
            "12",
            "21",
            "12a",
            "a",
            "b",
            "Ashcraft",
            "ashcroft",
            "tymczak",
            "ø",
            "-",
            "'",
            "Quý",
            "Quí",
            "\"x\"",
            "a.b",
            "thôn",
            "xã",
            "128");
    private static final List<String> SURNAMES =
            List.of("Nguyễn", "NGUYEN", "Phàn", "Bàn", "Giàng", "Lý", "Lí", "Trần", "Trân", "Smith", "Smyth", "Vừ");
    private static final List<String> MIDDLES =
            List.of("Văn", "Van", "Thị", "T", "Thị Thu", "Thu", "Seo", "Mí", "Minh", "Paul", "Paúl", "V");
    private static final List<String> GIVENS =
            List.of("Hòa", "Hoà", "Hoa", "Hùng", "Hưng", "Dũng", "Dụng", "Đức", "Anh", "Minh", "Ann", "Anne", "Quý");
    private static final List<String> DATES = List.of(
            "05/04/1988",
            "1988-04-05",
            "04/05/1988",
            "5/4/1988",
            "19880405",
            "1988",
            "04/1988",
            "4/1988",
            "01/01/1988",
            "05/04/1989",
            "06/04/1988",
            "31/12/1987",
            "01/01/1989",
            "1989",
            "29/02/1988",
            "31/02/1990",
            "29/02/1989",
            "05/05/1988",
            "1985",
            "25/04/1988",
            "04/25/1988",
            "unknown",
            "05/04/1898",
            "12/1988");
    private static final List<String> RELATIONS =
            List.of("Chủ hộ", "head", "Vợ", "vo", "Con", "Con đẻ", "child", "Em", "neighbour", "?");
    private static final List<String> SEXES = List.of("Nam", "Nữ", "M", "F", "male", "1", "2", "nu", "x", "?");

    private final Random random;

    RandomCells(Random random) {
        this.random = random;
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    String fresh(Column column) {
        return switch (column.kind()) {
            case PERSON_NAME, WHOLE_NAME -> name("generic".equals(column.format()));
            case DATE -> any(DATES);
            case NUMBER -> number();
            case NUMBERS -> joined(this::number, 3);
            case QUANTITY -> quantity();
            case SEX -> any(SEXES);
            case RELATION -> any(RELATIONS);
            case CODE, HOUSEHOLD ->
                "" + (char) ('a' + random.nextInt(3)) + (random.nextInt(3) == 0 ? "-" : "") + random.nextInt(3);
            case TEXT -> random.nextInt(3) == 0 ? letters() : joinedBySpace(2);
            case FREE_TEXT, ADDRESS, FINGERPRINT -> joinedBySpace(6);
            case SET -> joined(() -> any(WORDS), 4);
        };
    }

    private String letters() {
        StringBuilder letters = new StringBuilder();
        for (int n = random.nextInt(8); n >= 0; n--) {
            letters.append((char) ('a' + random.nextInt(3)));
        }
        return letters.toString();
    }

    private String joinedBySpace(int most) {
        StringBuilder words = new StringBuilder(any(WORDS));
        for (int n = random.nextInt(most); n > 0; n--) {
            words.append(' ').append(any(WORDS));
        }
        return words.toString();
    }

    private String joined(java.util.function.Supplier<String> one, int most) {
        StringBuilder members = new StringBuilder(one.get());
        for (int n = random.nextInt(most); n > 0; n--) {
            members.append("|;,".charAt(random.nextInt(3))).append(one.get());
        }
        return members.toString();
    }

    private String name(boolean generic) {
        String surname = any(SURNAMES);
        String middle = random.nextInt(3) == 0 ? "" : any(MIDDLES);
        String given = any(GIVENS);
        if (random.nextInt(15) == 0) {
            return given;
        }
        if (!generic) {
            return surname + " " + middle + " " + given;
        }
        return random.nextBoolean() ? given + " " + middle + " " + surname : surname + ", " + given + " " + middle;
    }

    private String number() {
        int length = random.nextInt(12) == 0 ? 1 + random.nextInt(17) : random.nextInt(3) == 0 ? 12 : 5;
        StringBuilder digits = new StringBuilder();
        for (int n = 0; n < length; n++) {
            digits.append((char) ('0' + random.nextInt(n > 2 ? 2 : 3)));
            digits.append(random.nextInt(40) == 0 ? any(List.of(" ", "-", ".", "x")) : "");
        }
        return digits.toString();
    }

    private String quantity() {
        return any(List.of(
                "10",
                "10.5",
                "10,5",
                "$12",
                "12 kg",
                "1,234",
                "1234",
                "1e3",
                "1000",
                "-4",
                "-4.4",
                "0",
                "0.0",
                "-0",
                "9.9",
                "11",
                "1e400",
                "NaN",
                "none",
                "EUR 12",
                "12 EUR",
                "12.1 each",
                "99.99",
                "100",
                "+7",
                "7 000"));
    }

    /** The same thing, written by another hand; or nothing. */
    @Nullable
    String again(Column column, @Nullable String cell) {
        if (cell == null || random.nextInt(12) == 0) {
            return random.nextInt(3) == 0 ? fresh(column) : null;
        }
        return switch (random.nextInt(10)) {
            case 0 -> cell.toUpperCase(Locale.ROOT);
            case 1 -> " " + cell.replace(" ", "  ");
            case 2 -> cell.isEmpty() ? cell : cell.substring(1);
            case 3 -> swapped(cell);
            case 4 -> cell + any(List.of("a", "1", " b", ".", "̣"));
            case 5 -> changed(cell);
            case 6 -> fresh(column);
            default -> cell;
        };
    }

    private String swapped(String cell) {
        if (cell.length() < 2) {
            return cell;
        }
        int at = random.nextInt(cell.length() - 1);
        return cell.substring(0, at) + cell.charAt(at + 1) + cell.charAt(at) + cell.substring(at + 2);
    }

    private String changed(String cell) {
        if (cell.isEmpty()) {
            return cell;
        }
        int at = random.nextInt(cell.length());
        return cell.substring(0, at) + any(List.of("a", "b", "1", "2", "ô")) + cell.substring(at + 1);
    }
}
