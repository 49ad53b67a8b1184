package vn.dancu.civil.unit;

/** Levels of administrative units; the length of a code says its level. Since 1/7/2025 there are no districts. */
public enum Level {
    PROVINCE(2),
    DISTRICT(3),
    COMMUNE(5);

    private final int codeLength;

    Level(int codeLength) {
        this.codeLength = codeLength;
    }

    public int codeLength() {
        return codeLength;
    }
}
