package vn.dancu.civil.text;

import java.util.Random;

/** Invented Vietnamese syllables, seeded. */
final class SyllableMaker {
    private static final String[] INITIALS = "b c ch d đ g h kh l m n ng nh ph qu r s t th tr v x".split(" ");
    private static final String[] RHYMES =
            "a à á ả ã ạ ăn ằng ắc âm ần ấu e è én êm ế iên iễn iết oa òa óa oà oan oán oe òe ô ôn ồng ơ ớn ươi ườn ượng u ú ung uy úy uý uyên uyết ư ừng y ý ỳ"
                    .split(" ");

    private final Random random;

    SyllableMaker(long seed) {
        this.random = new Random(seed);
    }

    /** A word in small letters, spelled as one may, not always as one should. */
    String word() {
        String initial = INITIALS[random.nextInt(INITIALS.length)];
        String rhyme = RHYMES[random.nextInt(RHYMES.length)];
        return initial + rhyme;
    }

    /** Two to four words, each capitalised, or all in capitals. */
    String name() {
        boolean capitals = random.nextInt(3) == 0;
        int words = 2 + random.nextInt(3);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words; i++) {
            String word = word();
            String cased = capitals
                    ? VietnameseText.upper(word)
                    : VietnameseText.upper(word.substring(0, 1)) + word.substring(1);
            out.append(i == 0 ? "" : " ").append(cased);
        }
        return out.toString();
    }
}
