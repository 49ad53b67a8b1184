package vn.dancu.linkage.csv;

import java.io.IOException;

/** UTF-16 as UTF-8. Half a pair of surrogates, or half a unit at the end, becomes U+FFFD. */
final class Utf16Source implements Utf8Source {

    private static final int REPLACEMENT = 0xFFFD;
    private static final int MOST_BYTES_OF_A_CHARACTER = 4;

    private final Utf8Source units;
    private final int high;
    private final byte[] read = new byte[1 << 16];
    private int at;
    private int end;
    private boolean atEnd;
    /** Characters that did not fit into what the caller offered. */
    private final byte[] kept = new byte[MOST_BYTES_OF_A_CHARACTER];

    private int keptFrom;
    private int keptTo;

    Utf16Source(Utf8Source units, boolean bigEndian) {
        this.units = units;
        this.high = bigEndian ? 0 : 1;
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        int to = start;
        int limit = start + length;
        while (to < limit) {
            if (keptFrom < keptTo) {
                into[to++] = kept[keptFrom++];
                continue;
            }
            int character = next();
            if (character < 0) {
                break;
            }
            if (character < 0x80) {
                into[to++] = (byte) character;
            } else {
                keep(character);
            }
        }
        return to == start ? -1 : to - start;
    }

    /** The next character, or -1 at the end. */
    private int next() throws IOException {
        if (!has(2)) {
            if (at == end) {
                return -1;
            }
            at = end;
            return REPLACEMENT;
        }
        int unit = unit(at);
        at += 2;
        if (!Character.isSurrogate((char) unit)) {
            return unit;
        }
        if (Character.isHighSurrogate((char) unit) && has(2) && Character.isLowSurrogate((char) unit(at))) {
            at += 2;
            return Character.toCodePoint((char) unit, (char) unit(at - 2));
        }
        return REPLACEMENT;
    }

    private int unit(int from) {
        return (read[from + high] & 0xFF) << 8 | (read[from + 1 - high] & 0xFF);
    }

    private boolean has(int bytes) throws IOException {
        while (end - at < bytes && !atEnd) {
            System.arraycopy(read, at, read, 0, end - at);
            end -= at;
            at = 0;
            int more = units.read(read, end, read.length - end);
            atEnd = more < 0;
            end += Math.max(0, more);
        }
        return end - at >= bytes;
    }

    private void keep(int character) {
        keptFrom = 0;
        keptTo = 0;
        if (character < 0x800) {
            kept[keptTo++] = (byte) (0xC0 | character >> 6);
        } else {
            if (character < 0x10000) {
                kept[keptTo++] = (byte) (0xE0 | character >> 12);
            } else {
                kept[keptTo++] = (byte) (0xF0 | character >> 18);
                kept[keptTo++] = (byte) (0x80 | character >> 12 & 0x3F);
            }
            kept[keptTo++] = (byte) (0x80 | character >> 6 & 0x3F);
        }
        kept[keptTo++] = (byte) (0x80 | character & 0x3F);
    }

    @Override
    public void close() throws IOException {
        units.close();
    }
}
