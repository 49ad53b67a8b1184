package vn.dancu.shared.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What one pass over the bytes of a file tells: its digest, its lines, and what its encoding may be.
 *
 * @param head the first bytes
 * @param sample bytes around the first ones that are not ASCII, or the head where all are
 * @param utf8Letters well-formed sequences of two bytes and more
 * @param utf8Broken bytes that no UTF-8 text has
 */
record FileScan(
        long size,
        String sha256,
        long newlines,
        long controls,
        byte[] head,
        byte[] sample,
        long utf8Letters,
        long utf8Broken) {
    private static final int HEAD = 1 << 16;
    private static final int SAMPLE = 1 << 18;

    static FileScan of(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 17];
        byte[] head = new byte[0];
        byte[] sample = new byte[0];
        Utf8Count utf8 = new Utf8Count();
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                long lettersBefore = utf8.letters + utf8.broken;
                utf8.take(buffer, read);
                if (size == 0) {
                    head = Arrays.copyOf(buffer, Math.min(read, HEAD));
                }
                if (sample.length < SAMPLE && utf8.letters + utf8.broken > lettersBefore) {
                    sample = joined(sample, buffer, Math.min(read, SAMPLE - sample.length));
                }
                size += read;
            }
        }
        return new FileScan(
                size,
                HexFormat.of().formatHex(digest.digest()),
                utf8.newlines,
                utf8.controls,
                head,
                sample.length == 0 ? head : sample,
                utf8.letters,
                utf8.broken);
    }

    private static byte[] joined(byte[] first, byte[] second, int length) {
        byte[] both = Arrays.copyOf(first, first.length + length);
        System.arraycopy(second, 0, both, first.length, length);
        return both;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileScan scan && scan.size == size && scan.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    /** Counts over all bytes; a sequence may reach from one buffer into the next. */
    private static final class Utf8Count {
        long newlines;
        long controls;
        long letters;
        long broken;
        private int open;

        void take(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                int b = buffer[i];
                if (b >= 0) {
                    ascii(b);
                } else if (open > 0 && (b & 0xC0) == 0x80) {
                    open--;
                    letters += open == 0 ? 1 : 0;
                } else {
                    broken += open > 0 ? 1 : 0;
                    open = following(b & 0xFF);
                    broken += open == 0 ? 1 : 0;
                }
            }
        }

        private void ascii(int b) {
            if (open > 0) {
                open = 0;
                broken++;
            }
            if (b == '\n') {
                newlines++;
            } else if (b < ' ' && b != '\r' && b != '\t') {
                controls++;
            }
        }

        private static int following(int lead) {
            if (lead >= 0xC2 && lead <= 0xDF) {
                return 1;
            }
            if (lead >= 0xE0 && lead <= 0xEF) {
                return 2;
            }
            return lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
        }
    }
}
