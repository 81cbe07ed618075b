package org.yanqi.app.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.WebApplicationContext;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.port.CertificateAuthority.Reason;

/** Revocation lists come in shards, none longer than the bound, and each certificate names the one it is listed in. */
@OnPostgres
class ShardsTest extends WithAuthority {
    private static final int BOUND = 5;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    WebApplicationContext context;

    @Test
    void past_the_bound_certificates_are_listed_in_the_next_shard() throws Exception {
        EmbeddedAuthority bounded = bounded();
        List<byte[]> made = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            made.add(issued(bounded.enrol(
                            "enrol-" + UUID.randomUUID(),
                            SUBJECT.toString(),
                            TestKey.sm2().request(SUBJECT),
                            Algorithm.SM2,
                            clock.instant(),
                            clock.instant().plus(Duration.ofDays(30))))
                    .signing());
        }
        List<Integer> numbers = new ArrayList<>();
        for (byte[] one : made) {
            Shard shard = shardOf(one);
            numbers.add(shard.number());
            assertThat(distributionPoint(one)).isEqualTo(shard.address());
        }
        assertThat(numbers)
                .as("two answers of two certificates fit into five places")
                .isSorted();
        assertThat(numbers.stream().distinct()).hasSize(3);
        assertThat(numbers.get(0)).as("shards that are full stay full").isPositive();
    }

    @Test
    void each_shard_has_a_list_of_its_own_that_says_whose_it_is() throws Exception {
        EmbeddedAuthority bounded = bounded();
        byte[] first = enrolledBy(bounded);
        enrolledBy(bounded);
        byte[] third = enrolledBy(bounded);
        assertThat(shardOf(first)).isNotEqualTo(shardOf(third));
        long before = number(crlOf(third));
        authority.revoke(third, Reason.SUPERSEDED);

        X509CRLHolder list = new X509CRLHolder(download(shardOf(third)));
        assertThat(list.getRevokedCertificate(serial(third))).isNotNull();
        assertThat(number(list.getEncoded())).isGreaterThan(before);
        assertThat(list.getNextUpdate()).isAfter(list.getThisUpdate());
        Extension scope = list.getExtension(Extension.issuingDistributionPoint);
        assertThat(scope.isCritical()).isTrue();
        assertThat(address(IssuingDistributionPoint.getInstance(scope.getParsedValue())))
                .isEqualTo(distributionPoint(third));
        assertThat(new X509CRLHolder(download(shardOf(first))).getRevokedCertificate(serial(third)))
                .isNull();
    }

    @Test
    void a_shard_that_was_never_opened_has_no_list() throws Exception {
        MockMvc http = MockMvcBuilders.webAppContextSetup(context).build();
        for (String path : List.of("/ca/rsa-999999.crl", "/ca/sm2-0.crl", "/ca/rsa-99999999999.crl")) {
            assertThat(http.perform(MockMvcRequestBuilders.get(path))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    /** The authority with places in small shards; what others took counts. */
    private EmbeddedAuthority bounded() {
        CaProperties small = new CaProperties(
                properties.keys(),
                properties.directory(),
                properties.secret(),
                properties.pkcs11(),
                properties.publicUrl(),
                properties.crlValidity(),
                BOUND,
                properties.organisation(),
                properties.profiles());
        Shards places = new Shards(database, transactions, small, clock);
        // the first shard has room for ten thousand as long as nobody says otherwise: fill what is open
        database.sql("update ca_shard set taken = 10000 where algorithm = 'SM2'")
                .update();
        places.first(hierarchies.of(Algorithm.SM2));
        database.sql("update ca_shard set taken = 10000 where algorithm = 'SM2'")
                .update();
        Issue issue = new Issue(new BuildTbs(properties.publicUrl()), books, places, WithAuthority::reallySign);
        return new EmbeddedAuthority(hierarchies, profiles, issue, books, keys);
    }

    private byte[] enrolledBy(EmbeddedAuthority bounded) throws Exception {
        return issued(bounded.enrol(
                        "enrol-" + UUID.randomUUID(),
                        SUBJECT.toString(),
                        TestKey.sm2().request(SUBJECT),
                        Algorithm.SM2,
                        clock.instant(),
                        clock.instant().plus(Duration.ofDays(30))))
                .signing();
    }

    private byte[] download(Shard shard) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context)
                .build()
                .perform(MockMvcRequestBuilders.get(URI.create(shard.address()).getPath()))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static String distributionPoint(byte[] certificate) throws Exception {
        CRLDistPoint points = CRLDistPoint.getInstance(new X509CertificateHolder(certificate)
                .getExtension(Extension.cRLDistributionPoints)
                .getParsedValue());
        return GeneralNames.getInstance(
                        points.getDistributionPoints()[0].getDistributionPoint().getName())
                .getNames()[0]
                .getName()
                .toString();
    }

    private static String address(IssuingDistributionPoint scope) {
        return GeneralNames.getInstance(scope.getDistributionPoint().getName())
                .getNames()[0]
                .getName()
                .toString();
    }

    private static BigInteger serial(byte[] certificate) throws Exception {
        return new X509CertificateHolder(certificate).getSerialNumber();
    }

    private static long number(byte[] crl) throws Exception {
        return CRLNumber.getInstance(
                        new X509CRLHolder(crl).getExtension(Extension.cRLNumber).getParsedValue())
                .getCRLNumber()
                .longValue();
    }
}
