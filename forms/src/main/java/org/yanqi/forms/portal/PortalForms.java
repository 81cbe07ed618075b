package org.yanqi.forms.portal;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yanqi.forms.component.AgentAddress;
import org.yanqi.forms.component.AgentProgram;
import org.yanqi.process.account.InvoiceTitles;
import org.yanqi.process.account.Organisations;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.payment.AskProvider;
import org.yanqi.process.payment.RefreshCode;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.rekey.OpenBidChoices;
import org.yanqi.process.rekey.OpenTicket;
import org.yanqi.process.renewal.QuoteRenewal;
import org.yanqi.process.renewal.RenewableCertificates;
import org.yanqi.process.shipping.Shipments;

/** Registers the renewal's steps under the keys that the models use. */
@Configuration(proxyBeanMethods = false)
class PortalForms {

    @Bean
    StepForm selectCertificates(RenewableCertificates renewable) {
        return new StepForm("portal/select-certificates", context -> new SelectCertificates(context, renewable));
    }

    @Bean
    StepForm bindPlatforms(QuoteRenewal quotes, Catalogue catalogue) {
        return new StepForm("portal/bind-platforms", context -> new BindPlatforms(context, quotes, catalogue));
    }

    @Bean
    StepForm declareOpenBids(Certificates certificates) {
        return new StepForm("portal/declare-open-bids", context -> new DeclareOpenBids(context, certificates));
    }

    @Bean
    StepForm confirmOrder(QuoteRenewal quotes) {
        return new StepForm("portal/confirm-order", context -> new ConfirmOrder(context, quotes));
    }

    @Bean
    StepForm chooseInvoice(InvoiceTitles titles, Organisations organisations, Clock clock) {
        return new StepForm(
                "portal/choose-invoice", context -> new ChooseInvoice(context, titles, organisations, clock));
    }

    @Bean
    StepForm pay(AskProvider provider, RefreshCode refresh, Clock clock) {
        return new StepForm("portal/pay", context -> new Pay(context, provider, refresh, clock));
    }

    @Bean
    StepForm updateKey(
            OpenTicket tickets,
            Certificates certificates,
            Catalogue catalogue,
            AgentAddress agent,
            AgentProgram program,
            OpenBidChoices bids) {
        return new StepForm(
                "portal/update-key",
                context -> new UpdateKeys(context, tickets, certificates, catalogue, agent, program, bids));
    }

    @Bean
    StepForm receiveInvoice(Invoices invoices, Shipments shipments) {
        return new StepForm("portal/invoice", context -> new ReceiveInvoice(context, invoices, shipments));
    }
}
