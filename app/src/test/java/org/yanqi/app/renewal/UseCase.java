package org.yanqi.app.renewal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yanqi.process.record.Role;

/**
 * One line of {@code use-cases.txt}.
 *
 * @param name class and method, with the number of arguments where the name alone does not tell
 * @param target what an id in its arguments stands for; empty if it names nothing
 * @param staff who of the staff may
 */
record UseCase(String name, Kind kind, String target, Set<Role> staff) {
    private static final Map<String, Role> STAFF = Map.of(
            "cs", Role.CUSTOMER_SERVICE,
            "fi", Role.FINANCE,
            "su", Role.SUPERVISOR,
            "ad", Role.ADMINISTRATOR,
            "au", Role.AUDITOR);

    enum Kind {
        OWN,
        LIST,
        STAFF,
        SELF,
        HOUSE
    }

    /** Those of the staff who may not. */
    Set<Role> refused() {
        return STAFF.values().stream().filter(role -> !staff.contains(role)).collect(Collectors.toUnmodifiableSet());
    }

    static Map<String, UseCase> all() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(UseCase.class.getResourceAsStream("use-cases.txt")), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(UseCase::read)
                    .collect(Collectors.toMap(UseCase::name, Function.identity()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static UseCase read(String line) {
        var words = List.of(line.trim().split("\\s+"));
        var kind = Kind.valueOf(words.get(1));
        var names = kind == Kind.OWN ? 3 : 2;
        var staff = words.stream()
                .skip(names)
                .map(word -> Objects.requireNonNull(STAFF.get(word), line))
                .collect(Collectors.toUnmodifiableSet());
        return new UseCase(words.get(0), kind, kind == Kind.OWN ? words.get(2) : "", staff);
    }
}
