package vn.dancu.paper.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * Whether unpacking a page of a PDF would fill the memory: every packed stream that it leads to is unpacked to nowhere first,
 * and counted. Some kilobytes can hold gigabytes.
 */
final class PdfSize {
    private static final long MOST_BYTES = 300_000_000;
    private static final int MOST_OBJECTS = 20_000;

    private PdfSize() {}

    static boolean isTooLarge(PDPage page) throws IOException {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        COSDictionary top = page.getCOSObject();
        push(open, seen, top.getDictionaryObject(COSName.CONTENTS));
        if (page.getResources() != null) {
            push(open, seen, page.getResources().getCOSObject());
        }
        long bytes = 0;
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            if (next instanceof COSStream stream) {
                bytes += unpacked(stream, MOST_BYTES - bytes);
            }
            if (bytes >= MOST_BYTES || seen.size() > MOST_OBJECTS) {
                return true;
            }
            if (next instanceof COSDictionary dictionary) {
                for (COSName key : dictionary.keySet()) {
                    if (!key.equals(COSName.PARENT)) {
                        push(open, seen, dictionary.getItem(key));
                    }
                }
            } else if (next instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    push(open, seen, array.get(i));
                }
            }
        }
        return false;
    }

    private static void push(Deque<COSBase> open, Set<COSBase> seen, @Nullable COSBase item) {
        COSBase object = item instanceof COSObject reference ? reference.getObject() : item;
        boolean isContainer = object instanceof COSDictionary || object instanceof COSArray;
        if (object != null && isContainer && seen.add(object)) {
            open.push(object);
        }
    }

    /** Bytes of a stream's picture or content, as far as the limit; a picture by what it says of itself too. */
    private static long unpacked(COSStream stream, long limit) throws IOException {
        if (COSName.IMAGE.equals(stream.getDictionaryObject(COSName.SUBTYPE))) {
            long pixels = Math.max(0, stream.getLong(COSName.WIDTH)) * Math.max(0, stream.getLong(COSName.HEIGHT));
            if (pixels > Pictures.MOST_PIXELS) {
                return limit;
            }
        }
        COSBase filters = stream.getFilters();
        COSName filter = filters instanceof COSName name ? name : null;
        if (filters instanceof COSArray array) {
            if (array.size() > 1) {
                // Packed twice over: no scanner does so.
                return limit;
            }
            filter = array.size() == 1 && array.getObject(0) instanceof COSName name ? name : null;
        }
        if (filter == null
                || !(filter.equals(COSName.FLATE_DECODE) || filter.equals(COSName.FLATE_DECODE_ABBREVIATION))) {
            return stream.getLength();
        }
        return inflated(stream, limit);
    }

    private static long inflated(COSStream stream, long limit) throws IOException {
        Inflater inflater = new Inflater();
        byte[] out = new byte[1 << 16];
        byte[] in = new byte[1 << 14];
        long bytes = 0;
        try (InputStream raw = stream.createRawInputStream()) {
            while (!inflater.finished() && bytes < limit) {
                if (inflater.needsInput()) {
                    int read = raw.read(in);
                    if (read < 0) {
                        return bytes;
                    }
                    inflater.setInput(in, 0, read);
                }
                int some = inflater.inflate(out);
                if (some == 0 && inflater.needsDictionary()) {
                    return bytes;
                }
                bytes += some;
            }
            return bytes;
        } catch (DataFormatException e) {
            // Broken: the reader of the page will say so.
            return bytes;
        } finally {
            inflater.end();
        }
    }
}
