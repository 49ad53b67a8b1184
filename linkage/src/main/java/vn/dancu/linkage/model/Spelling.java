package vn.dancu.linkage.model;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody meant who wrote a word that is not known. */
final class Spelling {

    private Spelling() {}

    /** The known word nearest to the one written, or null where none is near. */
    static @Nullable String nearest(String written, Collection<String> known) {
        String plain = plain(written);
        String best = null;
        int least = Math.max(1, plain.length() / 3) + 1;
        for (String word : known) {
            int distance = distance(plain, plain(word));
            if (distance < least) {
                least = distance;
                best = word;
            }
        }
        return best;
    }

    /** "; did you mean X?" in Vietnamese, or nothing. */
    static String hintVi(String written, Collection<String> known) {
        String nearest = nearest(written, known);
        return nearest == null ? "" : "; có phải là \"" + nearest + "\"?";
    }

    static String hintEn(String written, Collection<String> known) {
        String nearest = nearest(written, known);
        return nearest == null ? "" : "; did you mean \"" + nearest + "\"?";
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /** Optimal string alignment: a swap of neighbours is one slip. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                boolean swap =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swap) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
