package vn.dancu.paper.read;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.dancu.paper.Box;

/** QR codes and Code 128 in pictures, by ZXing. What a code says is only text: nothing is opened or fetched. */
final class CodeReader {
    private static final Map<DecodeHintType, Object> HARDER = Map.of(DecodeHintType.TRY_HARDER, true);
    private static final Map<DecodeHintType, Object> BARS =
            Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.CODE_128));
    private static final double QR_MARGIN = 3;
    private static final double BAR_MARGIN = 4;

    private CodeReader() {}

    /** The text of the QR code that lies in a box of the page. */
    static Optional<String> qr(Grey scan, Homography where, Box box) {
        for (double density : new double[] {9, 13, 6.5}) {
            Grey picture = Crop.of(scan, where, box.grown(QR_MARGIN), density).picture();
            Optional<String> text = qr(picture).map(Result::getText);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static Optional<Result> qr(Grey picture) {
        LuminanceSource source = source(picture);
        for (BinaryBitmap bitmap : List.of(
                new BinaryBitmap(new HybridBinarizer(source)),
                new BinaryBitmap(new GlobalHistogramBinarizer(source)))) {
            try {
                return Optional.of(new QRCodeReader().decode(bitmap, HARDER));
            } catch (ReaderException e) {
                // Not by this way of telling black from white: the other is tried.
                continue;
            }
        }
        return Optional.empty();
    }

    /** The text of the Code 128 that lies in a box of the page. */
    static Optional<String> bars(Grey scan, Homography where, Box box) {
        for (double density : new double[] {12, 18}) {
            Grey picture = Crop.of(
                            scan,
                            where,
                            new Box(
                                    box.x() - BAR_MARGIN,
                                    box.y() + 0.3,
                                    box.width() + 2 * BAR_MARGIN,
                                    box.height() - 0.6),
                            density)
                    .picture();
            Optional<String> text = bars(picture);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** Anywhere in a picture in which it lies level. */
    static Optional<String> bars(Grey picture) {
        LuminanceSource source = source(picture);
        for (BinaryBitmap bitmap : List.of(
                new BinaryBitmap(new GlobalHistogramBinarizer(source)),
                new BinaryBitmap(new HybridBinarizer(source)))) {
            try {
                return Optional.of(new Code128Reader().decode(bitmap, BARS).getText());
            } catch (ReaderException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** All QR codes in a picture, with their corners. */
    static List<Result> all(Grey picture) {
        try {
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(source(picture)));
            return List.of(new QRCodeMultiReader().decodeMultiple(bitmap, HARDER));
        } catch (NotFoundException e) {
            return qr(picture).stream().toList();
        }
    }

    private static LuminanceSource source(Grey picture) {
        return new PlanarYUVLuminanceSource(
                picture.values(), picture.width(), picture.height(), 0, 0, picture.width(), picture.height(), false);
    }
}
