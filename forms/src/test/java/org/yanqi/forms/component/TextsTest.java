package org.yanqi.forms.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text that code asks for stands in both bundles. */
class TextsTest {
    private static final Pattern KEY =
            Pattern.compile("(?:getTranslation|Texts\\.text|Texts\\.has)\\(\\s*\"([a-z][A-Za-z0-9.-]*[A-Za-z0-9-])\"");
    private static final Pattern CODE = Pattern.compile("\"((?:refusal|warning)\\.[a-z0-9-]+)\"");
    private static final Pattern VERB = Pattern.compile(
            "(?:append|record)\\(\\s*(?:[\\w.()]+,\\s*)*?(?:\"[^\"]*\"(?: \\+ [\\w.()]+)?,\\s*)?\"([a-z]+(?:-[a-z]+)+)\"");
    private static final Path FORMS = Path.of("src/main/java");
    private static final Path PROCESS = Path.of("../process/src/main/java");
    private static final Path APP = Path.of("../app/src/main/java");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(keys("en")).isEqualTo(keys("zh"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void every_text_that_a_screen_names_exists(String language) throws IOException {
        assertThat(keys(language)).containsAll(found(FORMS, KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void every_refusal_has_a_sentence(String language) throws IOException {
        var codes = found(PROCESS, CODE);
        codes.addAll(found(FORMS, CODE));
        assertThat(codes).isNotEmpty();
        assertThat(keys(language)).containsAll(codes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void every_verb_on_the_record_has_a_sentence(String language) throws IOException {
        var verbs = found(PROCESS, VERB);
        verbs.addAll(found(APP, VERB));
        assertThat(verbs).contains("renewal-started");
        assertThat(keys(language))
                .containsAll(verbs.stream().map(verb -> "record." + verb).toList());
    }

    @Test
    void chinese_screens_show_no_english_sentences() {
        var bundle = ResourceBundle.getBundle("org.yanqi.forms.messages", java.util.Locale.CHINESE);
        assertThat(bundle.keySet().stream()
                        .filter(key -> bundle.getString(key).matches(".*[A-Za-z]{4,} [a-z]{2,} [a-z]{2,}.*"))
                        .toList())
                .isEmpty();
    }

    @Test
    void numbers_stand_where_the_language_wants_them() {
        assertThat(Texts.text("days.left", Texts.CHINESE, "8")).isEqualTo("剩 8 天");
        assertThat(Texts.text("days.left", Texts.ENGLISH, "8")).isEqualTo("8 days left");
    }

    private static Set<String> keys(String language) {
        var bundle = ResourceBundle.getBundle(
                "org.yanqi.forms.messages",
                java.util.Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new TreeSet<>(bundle.keySet());
    }

    private static Set<String> found(Path sources, Pattern pattern) throws IOException {
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
