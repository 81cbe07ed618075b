package org.yanqi.forms.component;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.vaadin.flow.component.html.Div;
import java.util.Map;

/** A QR code, drawn as an inline picture whose modules are whole pixels, so that cameras find it at once. */
public class QrCode extends Div {
    private static final long serialVersionUID = 1L;

    /** The quiet zone in modules that ISO/IEC 18004 asks for. */
    private static final int QUIET_ZONE = 4;

    /** About how wide the whole picture is, in CSS pixels: fits beside a text, and on a narrow phone. */
    private static final int WIDTH = 260;

    /** @param label what it is for, read out instead of the picture */
    public QrCode(String content, String label) {
        addClassName("qr");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
        getElement().setProperty("innerHTML", svg(content));
    }

    private static String svg(String content) {
        try {
            return draw(new QRCodeWriter()
                    .encode(
                            content,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M)));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("does not fit into a QR code: " + content.length(), tooLong);
        }
    }

    private static String draw(BitMatrix matrix) {
        var path = new StringBuilder();
        for (var y = 0; y < matrix.getHeight(); y++) {
            for (var x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append("M").append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        var modules = matrix.getWidth();
        var side = modules * Math.max(1, WIDTH / modules);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" width=\"%2$d\" height=\"%2$d\" shape-rendering=\"crispEdges\">"
                        .formatted(modules, side)
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"" + path + "\" fill=\"#000\"/></svg>";
    }
}
