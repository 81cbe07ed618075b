package org.yanqi.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.yanqi.process.rekey.TicketClaims;

/** Whatever is done to a ticket's bytes, it is none of ours any more, and that is all that happens. */
class MutatedTicketTest {
    private static SignedTickets seal;
    private static byte[] ticket;

    @BeforeContainer
    static void sign() throws Exception {
        seal = new SignedTickets(
                new AgentProperties(Files.createTempDirectory("tickets").resolve("ticket.jwe"), "a password"));
        Instant now = Instant.parse("2026-11-22T08:00:00Z");
        TicketClaims claims = new TicketClaims(
                "t-1",
                "https://renew.example.org",
                "rekey",
                "PLYQHB2026112200001",
                UUID.fromString("7b1c0f0e-6c4f-4b39-9a3c-1f2f3a4b5c6d"),
                "C=CN,O=CA,CN=CA",
                "1f",
                "C=CN,O=公司,CN=张三",
                "LN1",
                "SM2",
                "n".repeat(43),
                now,
                now.plusSeconds(900));
        ticket = seal.sign(claims).getBytes(StandardCharsets.US_ASCII);
        assertThat(seal.open(text(ticket))).contains(claims);
    }

    @Provide
    Arbitrary<String> mutated() {
        Arbitrary<byte[]> changed = Arbitraries.integers()
                .between(0, ticket.length - 1)
                .flatMap(at -> Arbitraries.integers().between(1, 127).map(value -> {
                    byte[] copy = ticket.clone();
                    copy[at] = value.byteValue();
                    return copy;
                }));
        Arbitrary<byte[]> cut =
                Arbitraries.integers().between(0, ticket.length - 1).map(to -> Arrays.copyOf(ticket, to));
        return Arbitraries.oneOf(changed, cut).map(MutatedTicketTest::text).filter(one -> !isSame(one));
    }

    @Property(tries = 3000)
    void a_mutated_ticket_opens_nothing(@ForAll("mutated") String text) {
        assertThat(seal.open(text)).isEmpty();
    }

    @Property(tries = 1000)
    void text_that_is_no_ticket_opens_nothing(@ForAll String text) {
        assertThat(seal.open(text)).isEmpty();
    }

    /** The last letter of Base64 has bits that mean nothing; a change of those alone is the same signature. */
    private static boolean isSame(String other) {
        String whole = text(ticket);
        int signature = whole.lastIndexOf('.') + 1;
        return other.length() == whole.length()
                && other.startsWith(whole.substring(0, signature))
                && Arrays.equals(decoded(other.substring(signature)), decoded(whole.substring(signature)));
    }

    private static byte[] decoded(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
