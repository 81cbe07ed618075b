package org.yanqi.app.renewal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.outcome.NotFound;

/** What lists hold, and what a case can be begun with, ends at the organisation and for a holder at the own certificates. */
@OnPostgres
class ForeignCasesTest extends WithCases {
    @Autowired
    ApplicationContext house;

    @Test
    void lists_hold_nothing_of_another_organisation_or_holder() {
        var owner = customers.company();
        var stranger = customers.company();
        var renewal = awaitingPayment(owner.administrator(), owner.lead().id());

        Assertions.assertThat(show.visibleTo(stranger.administrator())).isEmpty();
        Assertions.assertThat(orders.visibleTo(stranger.administrator())).isEmpty();
        Assertions.assertThat(show.visibleTo(owner.leader()))
                .extracting(view -> view.id())
                .containsExactly(renewal);
        Assertions.assertThat(house.getBean(Certificates.class).visibleTo(owner.leader()))
                .extracting(pair -> pair.id())
                .containsExactly(owner.lead().id());
    }

    @Test
    void a_case_cannot_be_begun_with_another_organisations_certificate() {
        var owner = customers.company();
        var stranger = customers.company();

        assertThatThrownBy(() -> start.start(
                        stranger.administrator(), List.of(owner.main().id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> start.start(owner.leader(), List.of(owner.main().id())))
                .isInstanceOf(NotFound.class);
    }
}
