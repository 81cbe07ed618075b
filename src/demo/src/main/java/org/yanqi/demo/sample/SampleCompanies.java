package org.yanqi.demo.sample;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.bouncycastle.operator.OperatorCreationException;
import org.springframework.stereotype.Component;
import org.yanqi.process.account.Organisation;
import org.yanqi.process.account.Person;
import org.yanqi.process.account.RegisterCustomer;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** Companies with certificates at all ages of life: long lapsed, lapsed, about to expire, fresh. */
@Component
public class SampleCompanies {
    /** Days from the sample's day to the last day, drawn from again and again; weighted towards those who should renew. */
    private static final int[] DAYS_LEFT = {
        -420, -380, -200, -60, -12, -1, 0, 3, 6, 14, 22, 29, 41, 58, 66, 80, 88, 120, 190, 260, 330, 343
    };

    private static final List<String> PROVINCE = List.of("LN-JSGC", "LN-ZBJG", "LN-ZFCG", "LN-GGZY");

    private final RegisterCustomer customers;
    private final Enrolment enrolment;

    SampleCompanies(RegisterCustomer customers, Enrolment enrolment) {
        this.customers = customers;
        this.enrolment = enrolment;
    }

    /**
     * Makes companies {@code from} to {@code to}; the first certificate of each is its main key's.
     *
     * @param today from which the days left are counted
     */
    public List<Company> make(Actor actor, Random random, LocalDate today, int from, int to, int certificates)
            throws GeneralSecurityException, OperatorCreationException, IOException, CertificateAuthority.NoAnswer {
        var names = new Names(random);
        var made = new ArrayList<Company>();
        var each = certificates / (to - from);
        for (var at = from; at < to; at++) {
            made.add(company(actor, random, today, names, at, each + (at % 2 == 0 ? 1 : -1)));
        }
        return made;
    }

    private Company company(Actor actor, Random random, LocalDate today, Names names, int at, int certificates)
            throws GeneralSecurityException, OperatorCreationException, IOException, CertificateAuthority.NoAnswer {
        var city = names.city();
        var organisation = customers.organisation(
                actor,
                names.company(city, at),
                names.taxNumber(city),
                city.region(),
                city.name(),
                "辽宁省" + city.name() + "建设路" + (1 + random.nextInt(200)) + "号",
                names.phone(city));
        var login = "gongsi%02d".formatted(at);
        var administrator = person(actor, names, login);
        customers.identity(
                actor,
                login,
                SampleData.PASSWORD,
                administrator.id(),
                organisation.id(),
                Role.ORGANISATION_ADMINISTRATOR);
        var keys = new HashMap<UUID, SampleKey>();
        var main = certificate(
                actor, random, organisation, administrator, KeyKind.MAIN, today.plusDays(soon(random)), keys);
        for (var more = 1; more < certificates; more++) {
            var leader = person(actor, names, login + "-" + more);
            var lastDay = today.plusDays(DAYS_LEFT[random.nextInt(DAYS_LEFT.length)]);
            certificate(actor, random, organisation, leader, KeyKind.PROJECT_LEADER, lastDay, keys);
        }
        return new Company(organisation, administrator, login, main, Map.copyOf(keys));
    }

    private Person person(Actor actor, Names names, String mailbox) {
        return customers.person(actor, names.person(), names.mobile(), mailbox + "@yanqi.example", null);
    }

    /** A main key expires within the window already three weeks before, so that each company has something to renew. */
    private static int soon(Random random) {
        return 2 + random.nextInt(66);
    }

    private CertificatePair certificate(
            Actor actor,
            Random random,
            Organisation organisation,
            Person holder,
            KeyKind kind,
            LocalDate lastDay,
            Map<UUID, SampleKey> keys)
            throws GeneralSecurityException, OperatorCreationException, IOException, CertificateAuthority.NoAnswer {
        var key = SampleKey.make();
        var serial = "LN%010d".formatted(random.nextLong(10_000_000_000L));
        var platforms =
                PROVINCE.stream().filter(unused -> random.nextInt(3) > 0).toList();
        var enrolled = enrolment.enrol(
                actor,
                organisation,
                holder,
                kind,
                Algorithm.SM2,
                serial,
                key.request(Enrolment.subject(organisation, holder)),
                lastDay,
                platforms.isEmpty() ? List.of("LN-ZBJG") : platforms);
        keys.put(enrolled.pair().id(), key);
        return enrolled.pair();
    }
}
