package org.yanqi.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yanqi.agent.crypto.KeyAlgorithm;

/** Whatever is done to a ticket's bytes, it is refused with 400 and moves nothing. */
class MutatedTicketTest {
    private static Bench bench;
    private static byte[] ticket;

    @BeforeContainer
    static void start() throws Exception {
        Path keys = Files.createTempDirectory("mutated");
        bench = new Bench(keys);
        X509CertificateHolder old = bench.key("K1", KeyAlgorithm.SM2);
        ticket = bench.ticket("item-1", old).getBytes(StandardCharsets.US_ASCII);
    }

    @AfterContainer
    static void stop() {
        bench.close();
    }

    /** One byte or a few of the ticket replaced by any others, or its end cut off. */
    @Provide
    Arbitrary<String> mutated() {
        Arbitrary<byte[]> replaced = Arbitraries.integers()
                .between(0, ticket.length - 1)
                .flatMap(at -> Arbitraries.integers().between(1, 127).map(value -> {
                    byte[] changed = ticket.clone();
                    changed[at] = value.byteValue();
                    return changed;
                }));
        Arbitrary<byte[]> cut = Arbitraries.integers()
                .between(0, ticket.length - 1)
                .map(length -> {
                    byte[] shorter = new byte[length];
                    System.arraycopy(ticket, 0, shorter, 0, length);
                    return shorter;
                });
        return Arbitraries.oneOf(replaced, cut)
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .filter(text -> !MutatedTickets.sameTicket(text, new String(ticket, StandardCharsets.US_ASCII)));
    }

    @Property(tries = 400)
    void a_mutated_ticket_starts_no_job(@ForAll("mutated") String text) throws Exception {
        HttpResponse<String> answer = bench.post(bench.product.origin(), text);

        assertThat(answer.statusCode()).as(text).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\"");
        assertThat(bench.product.found).isEmpty();
    }

    @Property(tries = 100)
    void text_that_is_no_ticket_starts_no_job(@ForAll String text) throws Exception {
        assertThat(bench.post(bench.product.origin(), text).statusCode()).isIn(400, 413);
    }
}
