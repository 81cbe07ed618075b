import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Lists the tests that were red first and green when they were tried again, with the first words of their first failure, out of
 * Surefire's reports. Ends with 1 when one of them failed as often as it was tried, which Surefire calls flaky too when it is the
 * end of a class ({@code @AfterAll}) that fails, and when there is no report at all.
 *
 * <p>{@code java .ci/FlakyTests.java TRIES FOLDER}: TRIES is how often a test is tried at most; FOLDER holds the modules.
 */
public final class FlakyTests {
    /** A test that was not green at once. */
    private record Flaky(String name, List<String> failures) {}

    private FlakyTests() {}

    public static void main(String[] arguments) throws Exception {
        var tries = Integer.parseInt(arguments[0]);
        var reports = reports(Path.of(arguments[1]));
        var all = new ArrayList<Flaky>();
        for (var report : reports) {
            all.addAll(flakyIn(report));
        }
        if (!all.isEmpty()) {
            System.out.println("Flaky: red first and green then. Each is a fault of the product or of the test until its cause is known:");
            all.forEach(FlakyTests::print);
        }
        var red = all.stream().filter(one -> one.failures().size() >= tries).toList();
        red.forEach(one -> System.out.println("Never green: " + one.name()));
        if (reports.isEmpty()) {
            System.out.println("There is no report of a test in " + arguments[1]);
        }
        System.exit(red.isEmpty() && !reports.isEmpty() ? 0 : 1);
    }

    private static void print(Flaky one) {
        System.out.printf("  %s, red %d times: %s%n", one.name(), one.failures().size(), one.failures().get(0));
    }

    private static List<Path> reports(Path folder) throws IOException {
        try (Stream<Path> files = Files.find(folder, 6, (file, attributes) -> isReport(file))) {
            return files.sorted().toList();
        }
    }

    private static boolean isReport(Path file) {
        return file.getFileName().toString().matches("TEST-.+[.]xml")
                && file.getParent().endsWith(Path.of("target", "surefire-reports"));
    }

    private static List<Flaky> flakyIn(Path report) throws ParserConfigurationException, IOException, SAXException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var tests = elements(factory.newDocumentBuilder().parse(report.toFile()).getElementsByTagName("testcase"));
        var found = new ArrayList<Flaky>();
        for (var test : tests) {
            var failures = new ArrayList<String>();
            elements(test.getElementsByTagName("*")).stream()
                    .filter(child -> child.getTagName().matches("flaky(Failure|Error)"))
                    .forEach(child -> failures.add(firstWords(child)));
            if (!failures.isEmpty()) {
                found.add(new Flaky(nameOf(test), failures));
            }
        }
        return found;
    }

    /** What has no name of its own is the class's: what comes before its first test or after its last. */
    private static String nameOf(Element test) {
        var name = test.getAttribute("name");
        return test.getAttribute("classname") + (name.isEmpty() ? "" : "." + name);
    }

    private static String firstWords(Element failure) {
        var message = failure.getAttribute("message").strip().replaceAll("\\s+", " ");
        var words = message.isEmpty() ? failure.getAttribute("type") : message;
        return words.length() > 300 ? words.substring(0, 300) + " …" : words;
    }

    private static List<Element> elements(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (var at = 0; at < nodes.getLength(); at++) {
            elements.add((Element) nodes.item(at));
        }
        return elements;
    }
}
