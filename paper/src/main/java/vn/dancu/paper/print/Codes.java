package vn.dancu.paper.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import java.util.Map;
import vn.dancu.paper.Box;
import vn.dancu.paper.PageCode;

/** QR and Code 128 as black modules. */
public final class Codes {
    /** The widest a bar's module gets, in millimetres; narrower only where the box asks for it. */
    private static final double WIDEST_MODULE = 0.4;

    private Codes() {}

    /** The QR code of a sheet, a third of which may be lost (level H). */
    static boolean[][] qr(PageCode code) {
        try {
            ByteMatrix matrix =
                    Encoder.encode(code.text(), ErrorCorrectionLevel.H).getMatrix();
            boolean[][] modules = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (int y = 0; y < modules.length; y++) {
                for (int x = 0; x < modules[y].length; x++) {
                    modules[y][x] = matrix.get(x, y) == 1;
                }
            }
            return modules;
        } catch (WriterException e) {
            throw new IllegalStateException("a page's code always fits", e);
        }
    }

    /** How many modules a side of a sheet's QR code has: what a reader needs to lay its corners on the page. */
    public static int qrSide(PageCode code) {
        return qr(code).length;
    }

    private static boolean[][] bars(PageCode code) {
        BitMatrix matrix =
                new Code128Writer().encode(code.bar(), BarcodeFormat.CODE_128, 0, 1, Map.of(EncodeHintType.MARGIN, 0));
        boolean[][] modules = new boolean[1][matrix.getWidth()];
        for (int x = 0; x < modules[0].length; x++) {
            modules[0][x] = matrix.get(x, 0);
        }
        return modules;
    }

    static void drawQr(Canvas canvas, PageCode code, Box box) throws IOException {
        canvas.modules(qr(code), box);
    }

    /** In the middle of the box; where they end to both sides is told by {@link #barsWithin}. */
    static void drawBars(Canvas canvas, PageCode code, Box box) throws IOException {
        boolean[][] modules = bars(code);
        canvas.modules(modules, within(modules[0].length, box));
    }

    /** Where the bars of this code come to lie in the box of a layout. */
    public static Box barsWithin(PageCode code, Box box) {
        return within(bars(code)[0].length, box);
    }

    private static Box within(int modules, Box box) {
        double width = Math.min(WIDEST_MODULE, box.width() / modules) * modules;
        return new Box(box.centreX() - width / 2, box.y(), width, box.height());
    }
}
