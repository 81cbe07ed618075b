package org.yanqi.app.cmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertResponse;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.certificate.port.CertificateAuthority.NoAnswer;
import org.yanqi.process.certificate.port.CertificateAuthority.Reply;

/**
 * What networks and strangers do between the product and its authority. Whatever happens, the outcome is unknown until the
 * same message under the same transaction was answered by the authority itself.
 */
class FaultsTest {
    private static final int KUR = PKIBody.TYPE_KEY_UPDATE_REQ;
    private static final int CERT_CONF = PKIBody.TYPE_CERT_CONFIRM;
    private static final int POLL = PKIBody.TYPE_POLL_REQ;

    @TempDir
    Path folder;

    private Outside outside;
    private CertificateAuthority authority;
    private CertificateAuthority.Request request;

    @BeforeEach
    void open() throws Exception {
        outside = new Outside(folder);
        authority = outside.client().authority();
        request = outside.request();
    }

    @AfterEach
    void close() {
        outside.close();
    }

    @Test
    void a_connection_lost_before_the_authority_heard_anything_leads_to_the_same_message_again() throws Exception {
        outside.authority(outside.prepared());
        outside.proxy.next(FaultProxy.lostBefore());
        unknown(() -> authority.update(request));
        issued(authority.update(request));
        assertThat(outside.proxy.types()).containsExactly(KUR, KUR);
        assertThat(outside.proxy.seen().get(1).message())
                .isEqualTo(outside.proxy.seen().get(0).message());
    }

    @Test
    void a_lost_answer_is_fetched_under_the_same_transaction_and_an_error_in_between_decides_nothing()
            throws Exception {
        outside.authority(outside.prepared());
        outside.proxy.next(FaultProxy.lostAfter(), byAuthority(error(PKIFailureInfo.badRequest)));
        unknown(() -> authority.update(request));
        unknown(() -> authority.update(request));
        byte[] certificate = issued(authority.update(request)).signing();
        authority.confirm(certificate);
        assertThat(outside.proxy.types()).containsExactly(KUR, KUR, KUR, CERT_CONF);
        oneTransaction();
    }

    @Test
    void an_authority_that_cannot_be_reached_has_heard_nothing() throws Exception {
        CertificateAuthority nobody = outside.client(
                        outside.properties(URI.create("http://127.0.0.1:" + OpensslServer.freePort() + "/")),
                        outside.clock)
                .authority();
        unknown(() -> nobody.update(request));
        outside.authority(outside.prepared(), "-send_error");
        // so the first error that is heard is a refusal
        assertThat(authority.update(request)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void an_authority_that_says_it_knows_the_request_already_has_refused_nothing() throws Exception {
        outside.authority(outside.prepared());
        outside.proxy.next(
                byAuthority(error(PKIFailureInfo.transactionIdInUse)),
                byAuthority(error(PKIFailureInfo.duplicateCertReq)),
                byAuthority(error(PKIFailureInfo.systemUnavail)));
        for (int i = 0; i < 3; i++) {
            unknown(() -> authority.update(request));
        }
        while (authority(request) == null) {
            assertThat(outside.proxy.seen()).hasSizeLessThan(8);
        }
        oneTransaction();
    }

    @Test
    void a_lost_answer_to_a_question_starts_the_same_request_again_when_the_authority_lost_its_thread()
            throws Exception {
        outside.authority(outside.prepared(), "-poll_count", "2", "-check_after", "5");
        assertThat(authority.update(request)).isEqualTo(new Reply.Waiting(Duration.ofSeconds(5)));
        outside.clock.shift(Duration.ofSeconds(6));
        outside.proxy.next(FaultProxy.lostAfter());
        unknown(() -> authority.update(request));
        unknown(() -> authority.update(request));
        Reply.Issued issued = null;
        for (int i = 2; issued == null; i++) {
            outside.clock.shift(Duration.ofSeconds(6L * i));
            issued = authority(request);
            assertThat(i).isLessThan(8);
        }
        assertThat(outside.proxy.types()).startsWith(KUR, POLL, POLL, POLL, KUR);
        oneTransaction();
    }

    @Test
    void a_lost_answer_to_a_confirmation_counts_as_heard_when_the_transaction_is_over_in_time() throws Exception {
        outside.authority(outside.prepared());
        byte[] certificate = issued(authority.update(request)).signing();
        outside.proxy.next(FaultProxy.lostAfter());
        unknown(() -> authority.confirm(certificate));
        authority.confirm(certificate);
        assertThat(outside.proxy.types()).containsExactly(KUR, CERT_CONF, CERT_CONF);
        authority.confirm(certificate);
        assertThat(outside.proxy.types()).hasSize(3);
    }

    @Test
    void a_confirmation_that_never_arrived_is_sent_again() throws Exception {
        outside.authority(outside.prepared());
        byte[] certificate = issued(authority.update(request)).signing();
        outside.proxy.next(FaultProxy.lostBefore());
        unknown(() -> authority.confirm(certificate));
        authority.confirm(certificate);
        assertThat(outside.proxy.seen().get(2).message())
                .isEqualTo(outside.proxy.seen().get(1).message());
    }

    @Test
    void a_certificate_whose_confirmation_is_refused_is_taken_back_and_the_next_is_another_transaction()
            throws Exception {
        outside.authority(outside.prepared());
        byte[] certificate = issued(authority.update(request)).signing();
        outside.proxy.next(FaultProxy.requestAltered(Altered::protection));
        assertThatThrownBy(() -> authority.confirm(certificate)).isInstanceOf(Confirm.TakenBack.class);
        assertThatThrownBy(() -> authority.confirm(certificate)).isInstanceOf(Confirm.TakenBack.class);
        issued(authority.update(request));
        assertThat(outside.proxy.seen().get(2).transaction())
                .isNotEqualTo(outside.proxy.seen().get(0).transaction());
    }

    @Test
    void a_request_altered_on_its_way_is_refused_by_the_authority() throws Exception {
        outside.authority(outside.prepared());
        outside.proxy.next(FaultProxy.requestAltered(Altered::protection));
        assertThat(authority.update(request)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void answers_that_prove_nothing_leave_the_outcome_unknown() throws Exception {
        outside.authority(outside.prepared());
        TestPki.Identity holder = outside.pki.identity("C=CN,O=Some Company,CN=Wang Wu", TestPki.ec());
        TestPki.Identity namesake = outside.pki.identity(Outside.CA, TestPki.ec());
        TestPki.Identity stranger = new TestPki("C=CN,O=Strange,CN=CA").identity(Outside.RESPONDER, TestPki.ec());
        GeneralName responder = new GeneralName(outside.responder.certificate().getSubject());
        List<FaultProxy.Change> wrong = List.of(
                Altered::protection,
                new Altered.By(outside.responder).otherNonce()::of,
                new Altered.By(outside.responder).otherTransaction()::of,
                new Altered.By(holder)::of,
                new Altered.By(holder).calling(responder)::of,
                new Altered.By(namesake)::of,
                new Altered.By(stranger)::of,
                new Altered.By(outside.responder).body(FaultsTest::anotherRequest)::of,
                bytes -> "no message at all".getBytes(StandardCharsets.US_ASCII),
                bytes -> new byte[0],
                bytes -> new byte[300_000]);
        for (FaultProxy.Change one : wrong) {
            CertificateAuthority.Request fresh = outside.request();
            outside.proxy.next(FaultProxy.answerAltered(one));
            unknown(() -> authority.update(fresh));
        }
        outside.proxy.next(
                FaultProxy.answered(503, "text/html", "down".getBytes(StandardCharsets.US_ASCII)),
                FaultProxy.answered(200, "text/plain", new byte[0]));
        unknown(() -> authority.update(request));
        unknown(() -> authority.update(request));
    }

    @Test
    void an_answer_without_protection_or_with_a_shared_secret_is_not_believed() throws Exception {
        outside.authority(outside.prepared(), "-send_unprotected");
        unknown(() -> authority.update(request));
        outside.authority(outside.prepared(), "-send_error", "-send_unprot_err");
        unknown(() -> authority.update(outside.request()));
        outside.proxy.next(FaultProxy.answerAltered(Altered::bySecret));
        unknown(() -> authority.update(outside.request()));
    }

    @Test
    void a_rejection_is_a_rejection_though_the_message_is_genuine_and_a_certificate_comes_with_it() throws Exception {
        outside.authority(outside.prepared());
        outside.proxy.next(byAuthority(FaultsTest::rejectedAllTheSame));
        assertThat(authority.update(request)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void an_authority_that_never_ends_its_answer_holds_nobody_up() {
        CertificateAuthority impatient = outside.impatient().client().authority();
        outside.proxy.next((exchange, asked, onward) -> {
            exchange.getResponseHeaders().add("Content-Type", "application/pkixcmp");
            exchange.sendResponseHeaders(200, 5000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
        });
        unknown(() -> impatient.update(request));
    }

    @Test
    void nobody_else_speaks_under_a_transaction_meanwhile() throws Exception {
        outside.authority(outside.prepared());
        outside.proxy.next((exchange, asked, onward) -> {
            unknown(() -> authority.update(request));
            FaultProxy.passing().happen(exchange, asked, onward);
        });
        issued(authority.update(request));
        assertThat(outside.proxy.types()).containsExactly(KUR);
    }

    private FaultProxy.Fault byAuthority(UnaryOperator<PKIBody> change) {
        return FaultProxy.answerAltered(new Altered.By(outside.responder).body(change)::of);
    }

    private static UnaryOperator<PKIBody> error(int failure) {
        return body -> new PKIBody(
                PKIBody.TYPE_ERROR,
                new ErrorMsgContent(new PKIStatusInfo(
                        PKIStatus.rejection, new PKIFreeText("not now"), new PKIFailureInfo(failure))));
    }

    private static PKIBody anotherRequest(PKIBody body) {
        CertResponse one = CertRepMessage.getInstance(body.getContent()).getResponse()[0];
        return response(new CertResponse(new ASN1Integer(7), one.getStatus(), one.getCertifiedKeyPair(), null));
    }

    private static PKIBody rejectedAllTheSame(PKIBody body) {
        CertResponse one = CertRepMessage.getInstance(body.getContent()).getResponse()[0];
        return response(new CertResponse(
                one.getCertReqId(), new PKIStatusInfo(PKIStatus.rejection), one.getCertifiedKeyPair(), null));
    }

    private static PKIBody response(CertResponse one) {
        return new PKIBody(PKIBody.TYPE_KEY_UPDATE_REP, new CertRepMessage(null, new CertResponse[] {one}));
    }

    /** What is issued now; null while it is unknown or has to be waited for. */
    private Reply.Issued authority(CertificateAuthority.Request asked) {
        try {
            return authority.update(asked) instanceof Reply.Issued issued ? issued : null;
        } catch (NoAnswer e) {
            return null;
        }
    }

    private void oneTransaction() {
        assertThat(outside.proxy.seen())
                .extracting(FaultProxy.Seen::transaction)
                .containsOnly(outside.proxy.seen().get(0).transaction());
    }

    private static void unknown(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NoAnswer.class);
    }

    private static Reply.Issued issued(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Issued.class);
        return (Reply.Issued) reply;
    }
}
