package org.yanqi.app.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.LifeOfPair;
import org.yanqi.process.platform.Entitlements;
import org.yanqi.process.record.Actor;

/** The life of a pair: issued, confirmed, superseded, and nothing else in between. */
@OnPostgres
class CertificateLifeTest extends WithCases {
    private static final Actor SYSTEM = Actor.system("test");

    @Autowired
    LifeOfPair life;

    @Autowired
    Certificates certificates;

    @Autowired
    Entitlements entitlements;

    @Test
    void a_new_pair_takes_the_old_ones_place_only_when_it_is_confirmed() {
        var company = customers.company();
        var old = company.main();
        var caseId = UUID.randomUUID();
        var item = UUID.randomUUID();
        var der = Customers.der("CN=x", old.lastDay().plusYears(1));

        var issued = life.issued(SYSTEM, caseId, old.id(), item, der, null);
        assertThat(life.issued(SYSTEM, caseId, old.id(), item, der, null).id()).isEqualTo(issued.id());
        assertThat(issued.state()).isEqualTo(CertificateState.ISSUED);
        assertThat(certificates.visibleTo(company.administrator()))
                .extracting(pair -> pair.id())
                .contains(old.id())
                .doesNotContain(issued.id());
        assertThatThrownBy(() -> life.superseded(SYSTEM, caseId, issued.id(), old.id()))
                .isInstanceOf(IllegalStateException.class);

        life.confirmed(SYSTEM, caseId, issued.id());
        assertThat(certificates.visibleTo(company.administrator()))
                .extracting(pair -> pair.id())
                .contains(issued.id())
                .doesNotContain(old.id());
        assertThat(entitlements.of(issued.id())).isNotEmpty();

        life.superseded(SYSTEM, caseId, old.id(), issued.id());
        life.superseded(SYSTEM, caseId, old.id(), issued.id());
        assertThat(certificates.one(SYSTEM, old.id()).state()).isEqualTo(CertificateState.SUPERSEDED);
        assertThat(certificates.one(SYSTEM, old.id()).successor()).isEqualTo(issued.id());
        assertThat(certificates.life(company.administrator(), issued.id())).hasSize(2);
    }

    @Test
    void a_withdrawn_pair_leaves_the_old_one_in_force() {
        var company = customers.company();
        var old = company.main();
        var issued = life.issued(
                SYSTEM,
                UUID.randomUUID(),
                old.id(),
                UUID.randomUUID(),
                Customers.der("CN=x", old.lastDay().plusYears(1)),
                null);

        life.revoked(SYSTEM, null, issued.id(), "given up");

        assertThat(certificates.visibleTo(company.administrator()))
                .extracting(pair -> pair.id())
                .contains(old.id())
                .doesNotContain(issued.id());
        assertThatThrownBy(() -> life.confirmed(SYSTEM, UUID.randomUUID(), issued.id()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_pair_is_found_by_its_serial_however_it_is_written() {
        var pair = customers.company().main();

        assertThat(certificates.bySerial(pair.issuer(), "00" + pair.serial().toUpperCase(Locale.ROOT)))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(pair.id()));
    }
}
