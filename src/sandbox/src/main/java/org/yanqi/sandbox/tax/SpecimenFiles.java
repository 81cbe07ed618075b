package org.yanqi.sandbox.tax;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws specimens: they look like an invoice, say 样票 across the page, and bear no seal. */
final class SpecimenFiles {
    private static final Logger LOG = LoggerFactory.getLogger(SpecimenFiles.class);
    private final String publicUrl;
    private final Path directory;
    private final Optional<Path> font = ChineseFont.find();

    SpecimenFiles(String publicUrl, Path directory) {
        this.publicUrl = publicUrl;
        this.directory = directory;
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
        if (font.isEmpty()) {
            LOG.warn(
                    "no TrueType font with Chinese glyphs here (Debian: fonts-arphic-gbsn00lp): specimens will lack Chinese");
        }
    }

    String xml(TaxInvoice invoice) {
        return SpecimenXml.write(invoice);
    }

    /** Drawn once and kept; one at a time, because each drawing holds a whole font in memory. */
    synchronized byte[] pdf(TaxInvoice invoice) {
        Path file = directory.resolve(invoice.id() + ".pdf");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(directory);
                Path fresh = directory.resolve(invoice.id() + ".new");
                Files.write(fresh, draw(invoice));
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the specimen " + invoice.id(), e);
        }
    }

    private byte[] draw(TaxInvoice invoice) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withHtmlContent(SpecimenPage.write(invoice, qr(invoice), font.isPresent()), publicUrl)
                .withProducer("Yanqi sandbox")
                .toStream(bytes);
        font.ifPresent(file -> builder.useFont(file.toFile(), "song"));
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot draw the specimen " + invoice.id(), e);
        }
        return bytes.toByteArray();
    }

    private String qr(TaxInvoice invoice) {
        String content = "01,32," + (invoice.code() == null ? "" : invoice.code()) + "," + invoice.number() + ","
                + SpecimenPage.yuan(invoice.total()) + ","
                + SpecimenPage.day(invoice).replace("-", "") + ",,SPECIMEN";
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            MatrixToImageWriter.writeToStream(
                    new QRCodeWriter()
                            .encode(content, BarcodeFormat.QR_CODE, 240, 240, Map.of(EncodeHintType.MARGIN, 1)),
                    "png",
                    png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (WriterException e) {
            throw new IllegalStateException("cannot draw a QR code", e);
        }
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
