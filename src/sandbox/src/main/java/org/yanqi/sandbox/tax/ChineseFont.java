package org.yanqi.sandbox.tax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * Finds a TrueType font with Chinese glyphs on this machine. Only real TrueType outlines can be embedded as a subset;
 * collections and CFF outlines, as Noto CJK has them, cannot.
 */
final class ChineseFont {
    private static final List<String> DIRECTORIES =
            List.of("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "C:/Windows/Fonts");
    /** 票, as good a proof as any. */
    private static final int PROBE = 0x7968;

    private ChineseFont() {}

    /** The best font found: the free ones that a Debian package brings come first. */
    static Optional<Path> find() {
        return DIRECTORIES.stream()
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(ChineseFont::files)
                .sorted(Comparator.comparing((Path file) -> rank(file)).thenComparing(Path::toString))
                .filter(ChineseFont::fits)
                .findFirst();
    }

    private static int rank(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("gbsn") ? 0 : name.startsWith("gkai") ? 1 : name.contains("WenKai") ? 2 : 3;
    }

    private static Stream<Path> files(Path directory) {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(file -> file.toString().endsWith(".ttf")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean fits(Path file) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()))) {
            return font.getTableMap().containsKey("glyf")
                    && font.getUnicodeCmapLookup().getGlyphId(PROBE) > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
