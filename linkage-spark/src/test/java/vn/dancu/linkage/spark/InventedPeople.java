package vn.dancu.linkage.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Two files of people whom nobody has met: forms with commas, the book with semicolons, another order, a byte order mark and
 * faults. Some are in it twice. Cells hold delimiters, quotes and line ends. Seeded.
 */
final class InventedPeople {

    private static final String[] SURNAMES = words("Nguyễn Nguyễn Nguyễn Trần Lê Phạm Hoàng Vi Lò Giàng Vừ Sùng Nông");
    private static final String[] MIDDLES = words("Văn Văn Thị Thị Đức Minh Quang Hữu Xuân Ngọc Thu");
    private static final String[] GIVENS = words(
            "Hùng Dũng Tuấn Anh Minh Sơn Nam Hải Long Hưng Hoa Lan Hương Hằng Thủy Linh Trang Hà Mai Nga Páo Chứ Mỷ Dở");
    private static final String[] PLACES = {"Hà Giang", "Yên Minh, Hà Giang", "\"Đồng Văn\"", "Nam Định", "Thái\nBình"};
    private static final String HEADER =
            "id%ssurname%smiddle%sgiven%sfull_name%sbirth_date%ssex%spersonal_id%sold_ids%scommune%sgroup%shousehold"
                    + "%srelation%shead_name%sfather_name%smother_name%sspouse_name%shometown%saddress";

    private final Random random;
    private final List<String[]> forms = new ArrayList<>();
    private final List<String[]> book = new ArrayList<>();

    InventedPeople(int size, long seed) {
        random = new Random(seed);
        for (int household = 0; forms.size() < size; household++) {
            household(household);
        }
        Collections.shuffle(book, random);
    }

    private static String[] words(String text) {
        return text.split(" ");
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }

    private void household(int number) {
        String commune = String.valueOf(10_000 + random.nextInt(5));
        String group = "Tổ " + random.nextInt(9);
        String place = pick(PLACES);
        String[] father = name(pick(SURNAMES));
        String[] mother = name(pick(SURNAMES));
        int year = 1950 + random.nextInt(40);
        int members = 2 + random.nextInt(4);
        for (int n = 0; n < members; n++) {
            String[] own = n == 0 ? father : n == 1 ? mother : name(father[0]);
            int born = n < 2 ? year + n : year + 22 + 2 * n;
            String date = "%02d/%02d/%d".formatted(1 + random.nextInt(28), 1 + random.nextInt(12), born);
            String personalId = random.nextInt(5) == 0
                    ? ""
                    : "%03d%09d".formatted(random.nextInt(96) + 1, random.nextInt(1_000_000_000));
            add(new String[] {
                "",
                own[0],
                own[1],
                own[2],
                String.join(" ", own),
                date,
                random.nextBoolean() ? "Nam" : "Nữ",
                personalId,
                random.nextInt(3) == 0 ? "%09d|%09d".formatted(random.nextInt(999_999_999), number) : "",
                commune,
                group,
                "H" + number,
                n == 0 ? "Chủ hộ" : n == 1 ? "Vợ" : "Con",
                String.join(" ", father),
                n < 2 ? "" : String.join(" ", father),
                n < 2 ? "" : String.join(" ", mother),
                n == 0 ? String.join(" ", mother) : "",
                place,
                "số " + number % 300 + ", thôn " + group
            });
        }
    }

    private String[] name(String surname) {
        return new String[] {surname, pick(MIDDLES), pick(GIVENS)};
    }

    private void add(String[] person) {
        if (random.nextInt(20) > 0) {
            write(forms, "F", person.clone());
        }
        int copies = random.nextInt(20) == 0 ? 0 : random.nextInt(25) == 0 ? 2 : 1;
        for (int n = 0; n < copies; n++) {
            write(book, "B", faulty(person.clone()));
        }
    }

    private static void write(List<String[]> rows, String letter, String[] person) {
        person[0] = letter + rows.size();
        rows.add(person);
    }

    private String[] faulty(String[] person) {
        for (int c = 1; c < person.length; c++) {
            boolean isKey = c == 9 || c == 11;
            if (!isKey && random.nextInt(16) == 0) {
                person[c] = "";
            } else if (!isKey && random.nextInt(25) == 0 && person[c].length() > 2) {
                int at = 1 + random.nextInt(person[c].length() - 1);
                person[c] = person[c].substring(0, at - 1) + person[c].substring(at);
            }
        }
        return person;
    }

    int forms() {
        return forms.size();
    }

    Path forms(Path folder) {
        return write(folder.resolve("forms.csv"), forms, ",", "\n", "");
    }

    Path book(Path folder) {
        return write(folder.resolve("book.csv"), book, ";", "\r\n", "\uFEFF");
    }

    private static Path write(Path file, List<String[]> rows, String delimiter, String lineEnd, String mark) {
        StringBuilder text =
                new StringBuilder(mark).append(HEADER.replace("%s", delimiter)).append(lineEnd);
        for (String[] row : rows) {
            for (int c = 0; c < row.length; c++) {
                text.append(c == 0 ? "" : delimiter).append(cell(row[c], delimiter));
            }
            text.append(lineEnd);
        }
        try {
            return Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String cell(String value, String delimiter) {
        boolean isPlain = !value.contains(delimiter) && !value.contains("\"") && !value.contains("\n");
        return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
