package org.yanqi.app.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;

/**
 * One store step of issuing breaks at a time, in the real database: nothing is ever signed that the books do not know, the
 * next attempt takes new serials, and what the broken one may have signed is revoked.
 */
@OnPostgres
class IssuingBreaksTest extends WithAuthority {
    private final List<String> signed = new ArrayList<>();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        keeping the encryption key    | 0 | before insert on km_key      | true
        the first serial              | 0 | before insert on ca_issuance | new.profile = 'sm2-signing'
        the second serial             | 0 | before insert on ca_issuance | new.profile = 'sm2-encryption'
        the entry before              | 0 | before insert on record_entry| new.verb = 'certificate-signing'
        the commit before             | 0 | commit of insert on ca_issuance | true
        the certificate               | 2 | before update on ca_issuance | new.state = 'SIGNED'
        the second certificate        | 2 | before update on ca_issuance | new.profile = 'sm2-encryption'
        the entry after               | 2 | before insert on record_entry| new.verb = 'certificate-signed'
        the answer                    | 2 | before insert on ca_answer   | true
        the commit after              | 2 | commit of insert on ca_answer| true
        """)
    void a_step_that_breaks_leaves_nothing_signed_that_the_books_do_not_know(
            String step, int signatures, String event, String condition) throws Exception {
        EmbeddedAuthority watched = watched();
        CertificateAuthority.Request request = renewal(enrolled(old), fresh);

        broken(event, condition, () -> {
            assertThatThrownBy(() -> watched.update(request)).isInstanceOf(NoAnswer.class);
            return null;
        });
        assertThat(signed).hasSize(signatures).allSatisfy(this::isKnown);
        List<String> lost = List.copyOf(signed);

        Reply.Issued issued = issued(watched.update(request));
        assertThat(lost).allSatisfy(serial -> {
            assertThat(revocations.of(serial)).isPresent();
            assertThat(issuances.certificate(serial)).isEmpty();
        });
        assertThat(List.of(serial(issued.signing()), serial(issued.encryption())))
                .noneMatch(lost::contains)
                .allSatisfy(serial -> assertThat(revocations.of(serial)).isEmpty());
        assertThat(signed).as("each serial is signed once").doesNotHaveDuplicates();
        assertThat(issued(watched.update(request)).signing()).isEqualTo(issued.signing());
    }

    @Test
    void giving_up_an_unfinished_attempt_may_break_too() throws Exception {
        EmbeddedAuthority watched = watched();
        CertificateAuthority.Request request = renewal(enrolled(old), fresh);
        broken("before insert on ca_answer", "true", () -> {
            assertThatThrownBy(() -> watched.update(request)).isInstanceOf(NoAnswer.class);
            return null;
        });
        broken("before insert on ca_revocation", "true", () -> {
            assertThatThrownBy(() -> watched.update(request)).isInstanceOf(NoAnswer.class);
            return null;
        });
        assertThat(signed)
                .as("nothing is signed before the old attempt is given up")
                .hasSize(2);
        issued(watched.update(request));
        assertThat(signed.subList(0, 2))
                .allSatisfy(serial -> assertThat(revocations.of(serial)).isPresent());
    }

    @Test
    void of_two_nodes_with_the_same_request_one_answer_counts_and_the_other_is_revoked() throws Exception {
        CertificateAuthority.Request request = renewal(enrolled(old), fresh);
        List<Reply.Issued> faster = new ArrayList<>();
        EmbeddedAuthority slow = with(tbs -> {
            signed.add(tbs.serialHex());
            if (faster.isEmpty()) {
                faster.add(answeredElsewhere(request));
            }
            return reallySign(tbs);
        });
        Reply.Issued counts = issued(slow.update(request));

        assertThat(counts.signing()).isEqualTo(faster.get(0).signing());
        assertThat(counts.envelope()).isEqualTo(faster.get(0).envelope());
        assertThat(signed)
                .hasSize(2)
                .allSatisfy(serial -> assertThat(revocations.of(serial)).isPresent());
    }

    /** The other node sees the specimens of this one as an attempt to give up, as after a crash. */
    private Reply.Issued answeredElsewhere(CertificateAuthority.Request request) {
        try {
            return issued(authority.update(request));
        } catch (NoAnswer e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_signature_over_anything_but_the_specimen_is_never_given_out() throws Exception {
        CertificateAuthority.Request request = renewal(enrolled(old), fresh);
        Books sloppy = new ForwardingBooks(books) {
            @Override
            public void begin(String requestKey, List<Begun> begun) {
                super.begin(requestKey, begun);
                // what lies in memory changes between specimen and signature
                begun.forEach(one -> one.specimen()[40] ^= 1);
            }
        };
        EmbeddedAuthority watched = with(WithAuthority::reallySign, sloppy);
        assertThatThrownBy(() -> watched.update(request))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("differs from its specimen");
        assertThat(issuances.answerTo(request.key())).isEmpty();
    }

    private EmbeddedAuthority watched() {
        return with(tbs -> {
            signed.add(tbs.serialHex());
            return reallySign(tbs);
        });
    }

    private void isKnown(String serial) {
        assertThat(database.sql("select specimen from ca_issuance where serial = ?")
                        .param(serial)
                        .query(byte[].class)
                        .single())
                .isNotEmpty();
    }

    /** While {@code during} runs, the statement or the commit fails in the database itself. */
    private void broken(String event, String condition, Callable<Void> during) throws Exception {
        boolean atCommit = event.startsWith("commit of ");
        String table = event.substring(event.lastIndexOf(' ') + 1).strip();
        database.sql("create or replace function broken() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'broken for a test'; end $$")
                .update();
        database.sql(
                        atCommit
                                ? "create constraint trigger broken after insert on " + table
                                        + " deferrable initially deferred for each row execute function broken()"
                                : "create trigger broken " + event + " for each row when (" + condition
                                        + ") execute function broken()")
                .update();
        try {
            during.call();
        } finally {
            database.sql("drop trigger broken on " + table).update();
        }
    }

    private static String serial(byte[] certificate) throws Exception {
        return Issuances.hex(new X509CertificateHolder(certificate).getSerialNumber());
    }
}
