package org.yanqi.bench.product;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import org.yanqi.bench.drive.Arrivals;
import org.yanqi.demo.sample.Walk;
import org.yanqi.process.record.Actor;
import org.yanqi.process.rekey.AgentReports;
import org.yanqi.process.rekey.ConfirmCertificate;
import org.yanqi.process.rekey.OpenTicket;
import org.yanqi.process.rekey.RekeyStage;
import org.yanqi.process.rekey.RequestCertificate;
import org.yanqi.process.rekey.TicketClaims;
import org.yanqi.process.rekey.port.TicketSeal;

/** Updates a key as the key agent does: one call for each stage, each proven anew by its ticket. */
class KeyAgent {
    private static final String ORIGIN = "http://localhost:8080";

    private final OpenTicket tickets;
    private final TicketSeal seal;
    private final AgentReports reports;
    private final RequestCertificate requests;
    private final ConfirmCertificate confirmations;
    private final Arrivals arrivals;

    KeyAgent(
            OpenTicket tickets,
            TicketSeal seal,
            AgentReports reports,
            RequestCertificate requests,
            ConfirmCertificate confirmations,
            Arrivals arrivals) {
        this.tickets = tickets;
        this.seal = seal;
        this.reports = reports;
        this.requests = requests;
        this.confirmations = confirmations;
        this.arrivals = arrivals;
    }

    void update(Actor holder, UUID item, Prepared prepared) throws InterruptedException, GeneralSecurityException {
        arrivals.await(item.toString(), "update-key");
        Walk.value(tickets.declareAgain(holder, item, true));
        var ticket = Walk.value(tickets.open(holder, item, "rekey", ORIGIN));
        var serial = prepared.company().main().keySerial();
        reports.found(claims(ticket), List.of(new AgentReports.FoundKey(serial, "software", 1, List.of())));
        for (var stage : List.of(RekeyStage.KEY_READ, RekeyStage.PIN_ACCEPTED, RekeyStage.KEY_GENERATED)) {
            reports.stage(claims(ticket), stage);
        }
        var claims = claims(ticket);
        Walk.value(requests.request(claims, prepared.request(), prepared.oldSignature()));
        reports.stage(claims(ticket), RekeyStage.REQUEST_SENT);
        arrivals.await(item.toString(), "await-confirmation");
        var issued = requests.result(claims(ticket)).orElseThrow();
        for (var stage : List.of(RekeyStage.ISSUED, RekeyStage.WRITTEN, RekeyStage.READ_BACK)) {
            reports.stage(claims(ticket), stage);
        }
        var said = ("yanqi-confirm\n" + ORIGIN + "\n" + issued.nonce()).getBytes(StandardCharsets.UTF_8);
        Walk.value(confirmations.confirm(
                claims(ticket),
                issued.signing(),
                issued.encryption(),
                prepared.fresh().sign(said)));
        reports.stage(claims(ticket), RekeyStage.CONFIRMED);
    }

    private TicketClaims claims(String ticket) {
        return seal.open(ticket).orElseThrow();
    }
}
