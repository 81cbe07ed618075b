package org.yanqi.demo.sample;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.operator.OperatorCreationException;
import org.springframework.stereotype.Component;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.renewal.RenewableCertificates;

/** What happened when in the three weeks before: renewals that went well, and one after another what the desk has on its table. */
@Component
class SamplePlan {
    private final SampleCases cases;
    private final RenewableCertificates renewable;

    SamplePlan(SampleCases cases, RenewableCertificates renewable) {
        this.cases = cases;
        this.renewable = renewable;
    }

    /** Something of the sample, and when it happened. */
    record Piece(Instant at, Making make) {}

    /** Makes it with the house's own use cases. */
    interface Making {
        void run() throws GeneralSecurityException, OperatorCreationException, IOException, InterruptedException;
    }

    List<Piece> of(List<Company> companies, SampleDay day) {
        var all = new ArrayList<Piece>();
        renewed(all, companies, day);
        atFinance(all, companies, day);
        atCustomerService(all, companies, day);
        all.add(new Piece(day.daysAgo(3, 20, 10), () -> cases.drafted(companies.get(0))));
        all.add(new Piece(day.minutesAgo(40), () -> cases.drafted(companies.get(1))));
        all.add(new Piece(day.minutesAgo(20), () -> cases.unpaid(companies.get(2), Channel.WECHAT)));
        all.add(new Piece(day.minutesAgo(10), () -> cases.unpaid(companies.get(3), Channel.ALIPAY)));
        return all;
    }

    private void renewed(List<Piece> all, List<Company> companies, SampleDay day) {
        var ago = new int[] {19, 16, 13, 11, 8, 6};
        for (var at = 0; at < ago.length; at++) {
            var company = companies.get(15 + at);
            var channel = at % 2 == 0 ? Channel.WECHAT : Channel.ALIPAY;
            all.add(new Piece(day.daysAgo(ago[at], 9 + at, 7 * at), () -> cases.renewed(company, channel)));
        }
    }

    private void atFinance(List<Piece> all, List<Company> companies, SampleDay day) {
        var paper = List.of(day.daysAgo(4, 14, 20), day.daysAgo(2, 10, 5), day.daysAgo(1, 15, 40), day.minutesAgo(180));
        for (var at = 0; at < paper.size(); at++) {
            var company = companies.get(4 + at);
            var channel = at % 2 == 0 ? Channel.WECHAT : Channel.ALIPAY;
            all.add(new Piece(paper.get(at), () -> cases.paid(company, paper(company), channel)));
        }
        all.add(new Piece(day.daysAgo(3, 11, 30), () -> rejected(companies.get(8))));
        all.add(new Piece(day.daysAgo(1, 9, 50), () -> rejected(companies.get(9))));
        all.add(new Piece(day.daysAgo(2, 16, 15), () -> cases.overpaid(companies.get(10), Channel.WECHAT, false)));
        all.add(new Piece(day.minutesAgo(120), () -> cases.overpaid(companies.get(11), Channel.ALIPAY, false)));
        all.add(new Piece(day.daysAgo(1, 11, 10), () -> cases.overpaid(companies.get(12), Channel.WECHAT, true)));
    }

    private void atCustomerService(List<Piece> all, List<Company> companies, SampleDay day) {
        all.add(new Piece(day.daysAgo(3, 16, 45), () -> cases.locked(companies.get(13))));
        all.add(new Piece(day.daysAgo(1, 13, 30), () -> cases.locked(companies.get(14))));
        var asked = List.of(day.daysAgo(5, 10, 0), day.daysAgo(2, 9, 30), day.daysAgo(1, 10, 30));
        for (var at : asked) {
            all.add(new Piece(at, () -> review(companies)));
        }
    }

    private void rejected(Company company) throws InterruptedException, IOException {
        cases.paid(
                company,
                Walk.rejected(company.organisation(), company.administrator().email()),
                Channel.WECHAT);
    }

    /** Asks for a review of the next lapsed certificate that nobody has asked for yet. */
    private void review(List<Company> companies) {
        for (var company : companies) {
            for (var row : renewable.of(company.actor())) {
                var asked = "lapsed".equals(row.hindrance())
                        && renewable
                                .askReview(company.actor(), row.certificate().id(), "项目负责人产假期间未及时办理，附情况说明")
                                .isAccepted();
                if (asked) {
                    return;
                }
            }
        }
    }

    private static InvoiceChoice paper(Company company) {
        var administrator = company.administrator();
        return Walk.paper(company.organisation(), administrator.email(), administrator.name(), administrator.mobile());
    }
}
