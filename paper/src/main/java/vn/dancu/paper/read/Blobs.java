package vn.dancu.paper.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pieces of connected ink (over corners too). */
final class Blobs {
    /**
     * One piece.
     *
     * @param pixels where it is: y × width + x
     */
    record Blob(int[] pixels, int left, int top, int right, int bottom) {
        int wide() {
            return right - left + 1;
        }

        int high() {
            return bottom - top + 1;
        }
    }

    private final float[] ink;
    private final int width;
    private final int height;
    private final float least;
    private final boolean[] seen;
    private int[] stack = new int[1024];

    private Blobs(Ink ink, float least) {
        this.ink = ink.values();
        this.width = ink.width();
        this.height = ink.height();
        this.least = least;
        seen = new boolean[this.ink.length];
    }

    /** @param least ink of a pixel that belongs to a piece */
    static List<Blob> of(Ink ink, float least) {
        return new Blobs(ink, least).all();
    }

    /** The pieces of a piece when more ink is asked for. */
    static List<Blob> within(Ink ink, Blob blob, float least) {
        float[] alone = new float[ink.values().length];
        for (int p : blob.pixels()) {
            alone[p] = ink.values()[p];
        }
        return of(new Ink(ink.width(), ink.height(), alone), least);
    }

    /** Gives every pixel of a piece to the nearest of its cores, step by step outwards. */
    static List<Blob> grown(Ink ink, Blob blob, List<Blob> cores) {
        int width = ink.width();
        int[] owner = new int[ink.values().length];
        for (int p : blob.pixels()) {
            owner[p] = -1;
        }
        int[] queue = new int[blob.pixels().length];
        int size = 0;
        for (int c = 0; c < cores.size(); c++) {
            for (int p : cores.get(c).pixels()) {
                owner[p] = c + 1;
                queue[size++] = p;
            }
        }
        for (int next = 0; next < size; next++) {
            int p = queue[next];
            for (int n : new int[] {
                p - 1, p + 1, p - width, p + width, p - width - 1, p - width + 1, p + width - 1, p + width + 1
            }) {
                if (n >= 0 && n < owner.length && owner[n] == -1) {
                    owner[n] = owner[p];
                    queue[size++] = n;
                }
            }
        }
        List<Blob> parts = new ArrayList<>();
        for (int c = 1; c <= cores.size(); c++) {
            int mine = c;
            int[] pixels =
                    Arrays.stream(queue, 0, size).filter(p -> owner[p] == mine).toArray();
            parts.add(framed(pixels, width));
        }
        return parts;
    }

    private static Blob framed(int[] pixels, int width) {
        int left = Integer.MAX_VALUE;
        int right = 0;
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        for (int p : pixels) {
            left = Math.min(left, p % width);
            right = Math.max(right, p % width);
            top = Math.min(top, p / width);
            bottom = Math.max(bottom, p / width);
        }
        return new Blob(pixels, left, top, right, bottom);
    }

    private List<Blob> all() {
        List<Blob> blobs = new ArrayList<>();
        for (int p = 0; p < ink.length; p++) {
            if (!seen[p] && ink[p] >= least) {
                blobs.add(from(p));
            }
        }
        return blobs;
    }

    private Blob from(int start) {
        int size = 0;
        int next = 0;
        size = push(start, size);
        int left = width;
        int right = 0;
        int top = height;
        int bottom = 0;
        while (next < size) {
            int p = stack[next++];
            int x = p % width;
            int y = p / width;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
                for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
                    int n = ny * width + nx;
                    if (!seen[n] && ink[n] >= least) {
                        size = push(n, size);
                    }
                }
            }
        }
        int[] pixels = new int[size];
        System.arraycopy(stack, 0, pixels, 0, size);
        return new Blob(pixels, left, top, right, bottom);
    }

    private int push(int pixel, int size) {
        seen[pixel] = true;
        if (size == stack.length) {
            int[] larger = new int[size * 2];
            System.arraycopy(stack, 0, larger, 0, size);
            stack = larger;
        }
        stack[size] = pixel;
        return size + 1;
    }
}
