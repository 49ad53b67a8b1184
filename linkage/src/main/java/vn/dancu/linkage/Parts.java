package vn.dancu.linkage;

import java.util.Arrays;

/** The parts of names, each once, in canonical capitals, with their form without marks (and with i for y). */
final class Parts implements ValueCodes {

    private final TextCodes texts;
    private final TextCodes foldedTexts;
    private int[] folded;
    private boolean[] plain;
    private long[] keys;

    Parts() {
        this(new TextCodes(), new TextCodes(), new int[16], new boolean[16], new long[16]);
        plain[0] = true;
    }

    private Parts(TextCodes texts, TextCodes foldedTexts, int[] folded, boolean[] plain, long[] keys) {
        this.texts = texts;
        this.foldedTexts = foldedTexts;
        this.folded = folded;
        this.plain = plain;
        this.keys = keys;
    }

    Parts copy() {
        return new Parts(texts.copy(), foldedTexts.copy(), folded.clone(), plain.clone(), keys.clone());
    }

    @Override
    public int codes() {
        return texts.codes();
    }

    @Override
    public int foldedCodes() {
        return foldedTexts.codes();
    }

    int add(String canonicalUpper) {
        if (canonicalUpper.isEmpty()) {
            return 0;
        }
        int before = texts.codes();
        int code = texts.add(canonicalUpper);
        if (code == before) {
            if (code >= folded.length) {
                folded = Arrays.copyOf(folded, code * 2);
                plain = Arrays.copyOf(plain, code * 2);
                keys = Arrays.copyOf(keys, code * 2);
            }
            folded[code] = foldedTexts.add(bare(canonicalUpper));
            keys[code] = Reading.hash(foldedTexts.text(folded[code]));
            plain[code] = canonicalUpper.chars().allMatch(c -> c < 128);
        }
        return code;
    }

    /** Quý and Quí are one when it comes to finding pairs; how they differ is a level of its own. */
    static String bare(String canonicalUpper) {
        String bare = Reading.fold(canonicalUpper).replace('y', 'i');
        return bare.isEmpty() ? canonicalUpper : bare;
    }

    /** A hash of the folded text: the same in every file; 0 for no part. */
    long key(int code) {
        return keys[code];
    }

    @Override
    public String text(int code) {
        return texts.text(code);
    }

    @Override
    public String fold(String text) {
        return bare(text);
    }

    @Override
    public int findFolded(String bare) {
        return foldedTexts.find(bare);
    }

    @Override
    public int find(String canonicalUpper) {
        return texts.find(canonicalUpper);
    }

    @Override
    public int folded(int code) {
        return folded[code];
    }

    String foldedText(int code) {
        return foldedTexts.text(folded[code]);
    }

    boolean plain(int code) {
        return plain[code];
    }

    /** Empty for no part. */
    String text0(int code) {
        return code == 0 ? "" : text(code);
    }

    String foldedText0(int code) {
        return code == 0 ? "" : foldedText(code);
    }
}
