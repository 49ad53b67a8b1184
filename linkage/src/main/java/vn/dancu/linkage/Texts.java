package vn.dancu.linkage;

import java.util.Arrays;

/** The values of a text column, each once, with their folded form. 0 is no value. */
final class Texts implements ValueCodes {

    private final TextCodes texts;
    private final TextCodes foldedTexts;
    private int[] folded;

    Texts() {
        this(new TextCodes(), new TextCodes(), new int[16]);
    }

    private Texts(TextCodes texts, TextCodes foldedTexts, int[] folded) {
        this.texts = texts;
        this.foldedTexts = foldedTexts;
        this.folded = folded;
    }

    Texts copy() {
        return new Texts(texts.copy(), foldedTexts.copy(), folded.clone());
    }

    /** How many codes there are, with 0. */
    @Override
    public int codes() {
        return texts.codes();
    }

    @Override
    public int foldedCodes() {
        return foldedTexts.codes();
    }

    /** @param text as {@link Reading#text} gives it; empty is no value */
    int add(String text) {
        return text.isEmpty() ? 0 : add(text, Reading.fold(text));
    }

    private int add(String text, String bare) {
        if (bare.isEmpty()) {
            return 0;
        }
        int before = texts.codes();
        int code = texts.add(text);
        if (code == before) {
            if (code >= folded.length) {
                folded = Arrays.copyOf(folded, code * 2);
            }
            folded[code] = foldedTexts.add(bare);
        }
        return code;
    }

    /** Codes of this dictionary by those of another, whose values are added here. */
    int[] merge(Texts other) {
        int[] codes = new int[other.codes()];
        for (int code = 1; code < codes.length; code++) {
            codes[code] = add(other.text(code), other.foldedText(code));
        }
        return codes;
    }

    @Override
    public int find(String text) {
        return texts.find(text);
    }

    @Override
    public String fold(String text) {
        return Reading.fold(text);
    }

    @Override
    public int findFolded(String bare) {
        return foldedTexts.find(bare);
    }

    @Override
    public String text(int code) {
        return texts.text(code);
    }

    @Override
    public int folded(int code) {
        return code == 0 ? 0 : folded[code];
    }

    String foldedText(int code) {
        return foldedTexts.text(folded[code]);
    }
}
