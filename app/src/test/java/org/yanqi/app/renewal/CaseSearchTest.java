package org.yanqi.app.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yanqi.app.OnPostgres;
import org.yanqi.process.outcome.NotAllowed;
import org.yanqi.process.record.Role;
import org.yanqi.process.renewal.Cases;

/** Any case, open or closed, is found by its business words. */
@OnPostgres
class CaseSearchTest extends WithCases {
    @Autowired
    Cases cases;

    @Test
    void finds_a_case_by_order_number_tax_number_name_serial_and_key() {
        var company = customers.company();
        var renewal = ordered(company.administrator(), company.main().id());
        var order = orders.ofCase(renewal).orElseThrow();
        var service = Customers.staff(Role.CUSTOMER_SERVICE);

        for (var word : List.of(
                order.number(),
                order.number().toLowerCase(Locale.ROOT),
                company.organisation().taxNumber(),
                company.organisation().name(),
                company.main().serial(),
                company.main().keySerial())) {
            assertThat(cases.find(service, word, 10))
                    .as(word)
                    .extracting(hit -> hit.caseId())
                    .containsExactly(renewal);
        }
        assertThat(cases.find(service, "%", 10)).isEmpty();
        assertThat(cases.find(service, null, 1)).hasSize(1);
    }

    @Test
    void shows_the_whole_case_and_keeps_notes_on_it() {
        var company = customers.company();
        var renewal = awaitingPayment(company.administrator(), company.main().id());
        paid(renewal);
        var service = Customers.staff(Role.CUSTOMER_SERVICE);

        cases.note(service, renewal, "called the holder");

        var shown = cases.one(Customers.staff(Role.AUDITOR), renewal);
        assertThat(shown.certificates())
                .extracting(pair -> pair.id())
                .contains(company.main().id());
        assertThat(shown.timeline())
                .filteredOn(entry -> entry.verb().equals("note-added"))
                .extracting(entry -> entry.facts())
                .containsExactly(Map.of("text", "called the holder"));
        assertThat(shown.positions()).extracting(one -> one.process()).contains("renewal", "rekey");
        assertThatThrownBy(() -> cases.note(Customers.staff(Role.AUDITOR), renewal, "x"))
                .isInstanceOf(NotAllowed.class);
    }
}
