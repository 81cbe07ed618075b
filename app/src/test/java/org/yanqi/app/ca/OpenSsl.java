package org.yanqi.app.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The openssl program, run in a folder of its own: a second opinion on everything that it can check. */
record OpenSsl(Path directory) {
    static final String DEFAULT_ID = "distid:1234567812345678";

    void pem(String name, String type, byte[] der) {
        write(
                name,
                ("-----BEGIN " + type + "-----\n"
                                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                                + "\n-----END " + type + "-----\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    void certificate(String name, byte[] der) {
        pem(name, "CERTIFICATE", der);
    }

    void write(String name, byte[] content) {
        try {
            Files.write(directory.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] read(String name) {
        try {
            return Files.readAllBytes(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return what it said, on either channel */
    String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Verifies an SM2 signature over the first element of a signed structure, which this openssl cannot do by itself for
     * lists and answers: the part is cut out with asn1parse, and verified with dgst.
     *
     * @param der SEQUENCE { signed, algorithm, BIT STRING signature }
     */
    String verifyStripped(byte[] der, String certificate) {
        write("whole.der", der);
        String listed = run("asn1parse", "-inform", "DER", "-in", "whole.der");
        List<String> top = listed.lines().filter(line -> line.contains("d=1 ")).toList();
        strip(offset(top.get(0)), "part.der");
        strip(offset(top.get(2)), "signature.der");
        run("x509", "-in", certificate, "-noout", "-pubkey", "-out", "key.pem");
        return run(
                "dgst", "-sm3", "-verify", "key.pem", "-sigopt", DEFAULT_ID, "-signature", "signature.der", "part.der");
    }

    private void strip(String offset, String out) {
        run("asn1parse", "-inform", "DER", "-in", "whole.der", "-strparse", offset, "-noout", "-out", out);
    }

    private static String offset(String line) {
        return line.substring(0, line.indexOf(':')).strip();
    }
}
