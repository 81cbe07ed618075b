package org.yanqi.demo.sample;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.bouncycastle.operator.OperatorCreationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yanqi.process.account.Accounts;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.record.Actor;

/**
 * Fills an empty house once: 40 organisations, 300 certificates, cases in each queue, all by the domain's own use cases. What is made
 * depends on the seed and on the {@link SampleDay} alone, to the minute; keys and serials of certificates are
 * random all the same, as they must be. The clock is moved through the three weeks before, so that a newcomer finds work that
 * is overdue beside work that has just come in, and is back at the real time at the end.
 */
@Component
public class SampleData {
    /** The password of every account of the demo. */
    public static final String PASSWORD = "demo-2026-Yanqi";

    private static final Logger LOG = LoggerFactory.getLogger(SampleData.class);
    private static final long SEED = 20261122;
    private static final int DAYS = 20;

    /** How much there shall be. */
    public record Size(int companies, int certificates) {
        /** What feels real to a newcomer. */
        public static final Size REAL = new Size(40, 300);

        /** Only the companies of the stories with empty queues, as browser tests of single stories want it. */
        public static final Size STORIES = new Size(0, 0);
    }

    private final Accounts accounts;
    private final SampleStaff staff;
    private final StoryCompanies stories;
    private final SampleCompanies companies;
    private final SamplePlan plan;
    private final SampleDays days;
    private final SampleTime time;

    SampleData(
            Accounts accounts,
            SampleStaff staff,
            StoryCompanies stories,
            SampleCompanies companies,
            SamplePlan plan,
            SampleDays days,
            SampleTime time) {
        this.accounts = accounts;
        this.staff = staff;
        this.stories = stories;
        this.companies = companies;
        this.plan = plan;
        this.days = days;
        this.time = time;
    }

    /** True if the house is empty still. */
    public boolean isMissing() {
        return accounts.byLogin("kefu").isEmpty();
    }

    /** Fills the house; the web server answers already, so that callbacks arrive. */
    public void make(Size size, SampleDay day)
            throws GeneralSecurityException, OperatorCreationException, IOException, InterruptedException,
                    CertificateAuthority.NoAnswer {
        var withCases = size.companies() > 0;
        time.begin(withCases ? day.daysAgo(DAYS, 9, 0) : day.moment());
        try {
            var actor = Actor.system("sample-data");
            staff.make(actor);
            var storyCertificates = stories.make(actor, day.date());
            if (withCases) {
                cases(
                        companies.make(
                                actor,
                                new Random(SEED),
                                day.date(),
                                StoryCompanies.COUNT,
                                size.companies(),
                                size.certificates() - storyCertificates),
                        day);
            }
        } finally {
            time.end();
        }
    }

    private void cases(List<Company> made, SampleDay day)
            throws GeneralSecurityException, OperatorCreationException, IOException, InterruptedException {
        LOG.info("sample data: {} companies", made.size() + StoryCompanies.COUNT);
        var pieces = new ArrayList<>(plan.of(made, day));
        pieces.addAll(days.of(day, DAYS - 2));
        pieces.sort(Comparator.comparing(SamplePlan.Piece::at));
        for (var piece : pieces) {
            time.moveTo(piece.at());
            piece.make().run();
        }
        time.moveTo(day.moment());
        LOG.info("sample data: cases made");
    }
}
