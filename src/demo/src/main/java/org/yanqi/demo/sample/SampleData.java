package org.yanqi.demo.sample;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Random;
import org.bouncycastle.operator.OperatorCreationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yanqi.process.account.Accounts;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.record.Actor;
import org.yanqi.process.renewal.RenewableCertificates;

/** Fills an empty house once: 40 organisations, 300 certificates, cases in each queue. */
@Component
public class SampleData {
    /** The password of every account of the demo. */
    public static final String PASSWORD = "demo-2026-Yanqi";

    private static final Logger LOG = LoggerFactory.getLogger(SampleData.class);
    private static final long SEED = 20261122;
    private static final int COMPANIES = 40;
    private static final int CERTIFICATES = 300;

    private final Accounts accounts;
    private final SampleStaff staff;
    private final StoryCompanies stories;
    private final SampleCompanies companies;
    private final SampleCases cases;
    private final SampleDays days;
    private final RenewableCertificates renewable;

    SampleData(
            Accounts accounts,
            SampleStaff staff,
            StoryCompanies stories,
            SampleCompanies companies,
            SampleCases cases,
            SampleDays days,
            RenewableCertificates renewable) {
        this.accounts = accounts;
        this.staff = staff;
        this.stories = stories;
        this.companies = companies;
        this.cases = cases;
        this.days = days;
        this.renewable = renewable;
    }

    /** True if the house is empty still. */
    public boolean isMissing() {
        return accounts.byLogin("kefu").isEmpty();
    }

    /**
     * Fills the house; the web server answers already, so that callbacks arrive.
     *
     * @param withCases false leaves the queues empty, as browser tests of single stories want it
     */
    public void make(boolean withCases)
            throws GeneralSecurityException, OperatorCreationException, IOException, InterruptedException,
                    CertificateAuthority.NoAnswer {
        var actor = Actor.system("sample-data");
        staff.make(actor);
        var storyCertificates = stories.make(actor);
        if (!withCases) {
            days.make();
            return;
        }
        var made = companies.make(
                actor, new Random(SEED), StoryCompanies.COUNT, COMPANIES, CERTIFICATES - storyCertificates);
        LOG.info("sample data: {} companies", made.size() + StoryCompanies.COUNT);
        cases.drafted(made.get(0));
        cases.drafted(made.get(1));
        cases.unpaid(made.get(2), Channel.WECHAT);
        cases.unpaid(made.get(3), Channel.ALIPAY);
        for (var at = 4; at < 8; at++) {
            var company = made.get(at);
            cases.paid(
                    company,
                    Walk.paper(
                            company.organisation(),
                            company.administrator().email(),
                            company.administrator().name(),
                            company.administrator().mobile()),
                    at % 2 == 0 ? Channel.WECHAT : Channel.ALIPAY);
        }
        for (var at = 8; at < 10; at++) {
            var company = made.get(at);
            cases.paid(
                    company,
                    Walk.rejected(
                            company.organisation(), company.administrator().email()),
                    Channel.WECHAT);
        }
        cases.overpaid(made.get(10), Channel.WECHAT, false);
        cases.overpaid(made.get(11), Channel.ALIPAY, false);
        cases.overpaid(made.get(12), Channel.WECHAT, true);
        cases.locked(made.get(13));
        cases.locked(made.get(14));
        for (var at = 15; at < 21; at++) {
            cases.renewed(made.get(at), at % 2 == 0 ? Channel.WECHAT : Channel.ALIPAY);
        }
        var reviews = 0;
        for (var company : made) {
            for (var row : renewable.of(company.actor())) {
                if (reviews < 3 && "lapsed".equals(row.hindrance())) {
                    Walk.value(renewable.askReview(
                            company.actor(), row.certificate().id(), "项目负责人产假期间未及时办理，附情况说明"));
                    reviews++;
                }
            }
        }
        days.make();
        LOG.info("sample data: cases made, {} lapsed certificates to review", reviews);
    }
}
