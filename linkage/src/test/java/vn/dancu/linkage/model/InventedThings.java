package vn.dancu.linkage.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Two files of invented things that are no persons, as two clerks who never met would write them; with the truth. */
final class InventedThings {

    final List<String> left = new ArrayList<>();
    final List<String> right = new ArrayList<>();
    /** Left id to right id. */
    final Map<String, String> truth = new HashMap<>();

    private final Random random;

    private InventedThings(long seed) {
        this.random = new Random(seed);
    }

    /** A thing as each of the two writes it. */
    private interface Kind {
        String[][] next();
    }

    private InventedThings of(String leftHeader, String rightHeader, int things, Kind kind) {
        List<String> rights = new ArrayList<>();
        left.add("id," + leftHeader);
        for (int n = 0; n < things; n++) {
            String[][] both = kind.next();
            boolean onLeft = random.nextDouble() < .85;
            boolean onRight = random.nextDouble() < .85;
            if (onLeft) {
                left.add("L" + n + "," + csv(both[0]));
            }
            if (onRight) {
                rights.add("R" + n + "," + csv(both[1]));
            }
            if (onLeft && onRight) {
                truth.put("L" + n, "R" + n);
            }
        }
        Collections.shuffle(rights, random);
        right.add("id," + rightHeader);
        right.addAll(rights);
        return this;
    }

    private static String csv(String[] cells) {
        List<String> quoted = new ArrayList<>();
        for (String cell : cells) {
            quoted.add(cell.contains(",") || cell.contains("\"") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        }
        return String.join(",", quoted);
    }

    /** Two shops: titles with a model number somewhere, the maker in the title or apart or nowhere, prices that differ. */
    static InventedThings products(int things, long seed) {
        InventedThings files = new InventedThings(seed);
        return files.of("name,manufacturer,price,description", "title,manufacturer,price", things, files::product);
    }

    private String[][] product() {
        String maker = pick(MAKERS);
        String what = pick(THINGS);
        String number = number(pick(List.of("DX", "KL", "TM", "P", "WR", "AZ")));
        String adjective = pick(ADJECTIVES);
        String size = (2 + random.nextInt(60)) + " " + pick(List.of("inch", "litre", "watt", "gb", "mm"));
        double price = 8 * Math.exp(random.nextGaussian() * .9 + 2.2);
        String name = String.join(" ", maker, adjective, what, number, size);
        List<String> words = new ArrayList<>(List.of((number + " " + what + " " + size).split(" ")));
        if (random.nextDouble() < .6) {
            words.add(random.nextInt(words.size()), adjective);
        }
        if (random.nextDouble() < .7) {
            words.add(0, maker);
        }
        if (random.nextDouble() < .5) {
            words.add(pick(List.of("new", "black", "white", "pack", "refurbished", "oem")));
        }
        if (random.nextDouble() < .12) {
            words.remove(number);
        }
        String title = typo(String.join(" ", words), .08).toUpperCase(Locale.ROOT);
        double other = price * (1 + random.nextGaussian() * .08);
        return new String[][] {
            {
                name,
                random.nextDouble() < .7 ? maker : "",
                random.nextDouble() < .9 ? money(price) : "",
                adjective + " " + what + " by " + maker + " of " + size
            },
            {title, random.nextDouble() < .4 ? maker.toLowerCase(Locale.ROOT) : "", "$" + money(other)}
        };
    }

    /** Two guides: streets and directions abbreviated, telephones with and without punctuation, kitchens named anew. */
    static InventedThings restaurants(int things, long seed) {
        InventedThings files = new InventedThings(seed);
        return files.of("name,addr,city,phone,type", "name,addr,city,phone,type", things, files::restaurant);
    }

    private String[][] restaurant() {
        String name = (random.nextDouble() < .3 ? "the " : "") + pick(NAMES) + " " + pick(NAMES) + " "
                + pick(List.of("cafe", "grill", "house", "kitchen", "bistro", "restaurant", "bar"));
        int number = 1 + random.nextInt(9000);
        String street = pick(List.of("North ", "South ", "West ", "")) + pick(STREETS) + " "
                + pick(List.of("Street", "Avenue", "Boulevard", "Road"));
        String city = pick(CITIES);
        String phone = (200 + random.nextInt(700)) + "" + (1_000_000 + random.nextInt(9_000_000));
        String type = pick(List.of("italian", "french", "american", "seafood", "asian", "steakhouses"));
        String shortStreet = street.replace("North", "N.")
                .replace("South", "S.")
                .replace("West", "W.")
                .replace("Street", "St.")
                .replace("Avenue", "Ave.")
                .replace("Boulevard", "Blvd.")
                .replace("Road", "Rd.");
        String otherName = name.replaceFirst("^the ", "");
        if (random.nextDouble() < .3) {
            otherName = otherName.replaceFirst(" (cafe|grill|house|kitchen|bistro|restaurant|bar)$", "");
        }
        String otherPhone = random.nextDouble() < .12 ? "" : phone;
        if (random.nextDouble() < .08) {
            otherPhone = (200 + random.nextInt(700)) + "" + (1_000_000 + random.nextInt(9_000_000));
        }
        return new String[][] {
            {name, number + " " + street, city, phone.substring(0, 3) + "/" + dashed(phone.substring(3)), type},
            {
                typo(otherName, .15),
                number + " " + (random.nextDouble() < .7 ? shortStreet : street),
                random.nextDouble() < .9 ? city : pick(CITIES),
                otherPhone.isEmpty() ? "" : otherPhone.substring(0, 3) + "-" + dashed(otherPhone.substring(3)),
                random.nextDouble() < .6 ? type : pick(List.of("continental", "fish", "cafes", "american (new)"))
            }
        };
    }

    private static String dashed(String seven) {
        return seven.substring(0, 3) + "-" + seven.substring(3);
    }

    /** Two bibliographies: initials or whole first names, venues in short or in full, a year that is one off now and then. */
    static InventedThings publications(int things, long seed) {
        InventedThings files = new InventedThings(seed);
        return files.of("title,authors,venue,year", "title,authors,venue,year", things, files::publication);
    }

    private String[][] publication() {
        int words = 4 + random.nextInt(6);
        List<String> title = new ArrayList<>();
        for (int n = 0; n < words; n++) {
            title.add(pick(TERMS));
        }
        int count = 1 + random.nextInt(3);
        List<String> full = new ArrayList<>();
        List<String> brief = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            String first = pick(NAMES);
            String last = capital(pick(STREETS));
            full.add(capital(first) + " " + last);
            brief.add(capital(first).charAt(0) + " " + last);
        }
        int venue = random.nextInt(VENUES.length);
        int year = 1985 + random.nextInt(30);
        List<String> otherTitle = new ArrayList<>(title);
        if (random.nextDouble() < .1 && otherTitle.size() > 4) {
            otherTitle.remove(otherTitle.size() - 1);
        }
        List<String> otherAuthors = random.nextDouble() < .8 ? brief : full;
        return new String[][] {
            {capital(String.join(" ", title)), String.join(", ", full), VENUES[venue][0], String.valueOf(year)},
            {
                typo(String.join(" ", otherTitle), .15),
                String.join(", ", otherAuthors) + (random.nextDouble() < .1 ? ", et al." : ""),
                random.nextDouble() < .2 ? "" : VENUES[venue][1],
                random.nextDouble() < .15 ? "" : String.valueOf(random.nextDouble() < .1 ? year + 1 : year)
            }
        };
    }

    private String typo(String text, double share) {
        if (random.nextDouble() >= share || text.length() < 4) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 2);
        UnaryOperator<String> mistake = random.nextBoolean()
                ? whole -> whole.substring(0, at) + whole.substring(at + 1)
                : whole -> whole.substring(0, at) + (char) ('a' + random.nextInt(26)) + whole.substring(at);
        return mistake.apply(text);
    }

    private String number(String letters) {
        return letters + (100 + random.nextInt(9900));
    }

    private static String money(double price) {
        return String.format(Locale.ROOT, "%.2f", price);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> words(String consonants, String vowels, int count, int syllables, long seed) {
        Random random = new Random(seed);
        List<String> words = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            StringBuilder word = new StringBuilder();
            for (int s = 0; s < syllables; s++) {
                word.append(consonants.charAt(random.nextInt(consonants.length())))
                        .append(vowels.charAt(random.nextInt(vowels.length())));
            }
            words.add(word.append(consonants.charAt(random.nextInt(consonants.length())))
                    .toString());
        }
        return words;
    }

    private static final List<String> MAKERS = words("bdklmnrst", "aeio", 40, 2, 1);
    private static final List<String> THINGS = List.of(
            "camera",
            "kettle",
            "drill",
            "printer",
            "router",
            "lamp",
            "speaker",
            "monitor",
            "keyboard",
            "heater",
            "fan");
    private static final List<String> ADJECTIVES =
            List.of("compact", "wireless", "digital", "professional", "portable", "slim", "classic", "smart");
    private static final List<String> NAMES = words("bcdfglmnprstv", "aeiou", 300, 2, 2);
    private static final List<String> STREETS = words("bcdfghklmnprstvw", "aeiou", 200, 2, 3);
    private static final List<String> CITIES = words("bdlmnprs", "aeo", 12, 3, 4);
    private static final List<String> TERMS = words("bcdfglmnprst", "aeio", 500, 3, 5);
    private static final String[][] VENUES = {
        {"Journal of Invented Databases", "J. Inv. Datab."},
        {"Proceedings of the Imaginary Systems Conference", "ISC"},
        {"Transactions on Nothing in Particular", "TNP"},
        {"Workshop on Made Up Methods", "WMUM"},
        {"Annals of Fictional Linkage", "Ann. Fict. Link."}
    };
}
