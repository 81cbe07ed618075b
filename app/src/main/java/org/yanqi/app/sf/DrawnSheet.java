package org.yanqi.app.sf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.oned.Code128Writer;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.springframework.stereotype.Component;
import org.yanqi.process.shipping.CoverSheet.Sheet;
import org.yanqi.process.shipping.port.SheetPrinter;

/**
 * Draws the cover sheet as a picture on an A4 page: drawn by the system's fonts, whatever their format, because the PDF
 * library cannot subset the CFF fonts that most systems have for Chinese.
 */
@Component
class DrawnSheet implements SheetPrinter {
    /** A4 at 150 dots an inch. */
    private static final int WIDTH = 1240;

    private static final int HEIGHT = 1754;
    private static final int MARGIN = 120;
    private static final int BAR_WIDTH = 900;
    private static final int BAR_HEIGHT = 200;
    private static final int LINE = 22;

    @Override
    public byte[] print(Sheet sheet) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var picture = LosslessFactory.createFromImage(document, draw(sheet));
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        picture,
                        0,
                        0,
                        page.getMediaBox().getWidth(),
                        page.getMediaBox().getHeight());
            }
            document.getDocumentInformation().setTitle(sheet.waybill());
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot draw the cover sheet", e);
        }
    }

    private static BufferedImage draw(Sheet sheet) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.BLACK);
        var bars = new Code128Writer().encode(sheet.waybill(), BarcodeFormat.CODE_128, BAR_WIDTH, BAR_HEIGHT);
        pen.drawImage(MatrixToImageWriter.toBufferedImage(bars), (WIDTH - BAR_WIDTH) / 2, MARGIN, null);
        var y = MARGIN + BAR_HEIGHT + 70;
        y = write(pen, sheet.waybill(), 52, y, true);
        pen.drawLine(MARGIN, y, WIDTH - MARGIN, y);
        y = write(pen, "收件人 To", 30, y + 80, false);
        y = write(pen, sheet.to().name() + "    " + sheet.to().mobile(), 52, y, false);
        y = write(pen, sheet.to().region() + " " + sheet.to().address(), 44, y, false);
        pen.drawLine(MARGIN, y, WIDTH - MARGIN, y);
        y = write(pen, "寄件人 From", 30, y + 80, false);
        y = write(pen, sheet.sender(), 34, y, false);
        y = write(pen, sheet.senderPhone(), 34, y, false);
        write(pen, sheet.day() + "    发票 / Invoice    运费到付 / Freight collect", 34, y + 20, false);
        pen.dispose();
        return image;
    }

    /** Writes words, broken where the page ends. @return where the next line begins */
    private static int write(Graphics2D pen, String words, int size, int y, boolean centred) {
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        var room = WIDTH - 2 * MARGIN;
        var rest = words;
        var at = y;
        while (!rest.isEmpty()) {
            var end = rest.length();
            while (end > 1 && pen.getFontMetrics().stringWidth(rest.substring(0, end)) > room) {
                end--;
            }
            var line = rest.substring(0, end);
            var x = centred ? (WIDTH - pen.getFontMetrics().stringWidth(line)) / 2 : MARGIN;
            pen.drawString(line, x, at);
            rest = rest.substring(end).strip();
            at += size + LINE;
        }
        return at;
    }
}
