package org.yanqi.process.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yanqi.process.platform.model.PlatformRow;
import org.yanqi.process.platform.model.PlatformRows;

/** Enters the platforms of {@code platforms.csv} into an empty catalogue; what an administrator changed stays. */
@Component
class FillCatalogue {
    private final PlatformRows rows;

    FillCatalogue(PlatformRows rows) {
        this.rows = rows;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void fill() {
        if (rows.count() > 0) {
            return;
        }
        var place = 1;
        for (var platform : read()) {
            rows.save(new PlatformRow(platform, place++));
        }
    }

    /** The catalogue as it is delivered; names hold no comma. */
    static List<Platform> read() {
        var source = new ClassPathResource("platforms.csv", FillCatalogue.class);
        try (var lines = new BufferedReader(new InputStreamReader(source.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",", -1))
                    .map(cell -> new Platform(cell[0], cell[1], Level.valueOf(cell[2]), cell[3], cell[4], true))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
