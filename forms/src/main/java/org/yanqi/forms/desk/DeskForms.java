package org.yanqi.forms.desk;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yanqi.process.certificate.Certificates;
import org.yanqi.process.certificate.KeyRecoveries;
import org.yanqi.process.certificate.RevokeCertificate;
import org.yanqi.process.invoicing.HandleCorrection;
import org.yanqi.process.invoicing.HandleInvoice;
import org.yanqi.process.invoicing.Invoices;
import org.yanqi.process.invoicing.TakeInvoiceBack;
import org.yanqi.process.notice.SettleLetter;
import org.yanqi.process.payment.PaymentExceptions;
import org.yanqi.process.payment.reconciliation.ReconciledDays;
import org.yanqi.process.payment.reconciliation.SettleDay;
import org.yanqi.process.platform.Catalogue;
import org.yanqi.process.rekey.ApproveSettlement;
import org.yanqi.process.rekey.OpenBidChoices;
import org.yanqi.process.rekey.Rekeys;
import org.yanqi.process.rekey.SettleRekey;
import org.yanqi.process.renewal.ChaseRenewal;
import org.yanqi.process.renewal.RefundOrder;
import org.yanqi.process.renewal.ReviewLapsed;
import org.yanqi.process.shipping.CoverSheet;
import org.yanqi.process.shipping.Shipments;
import org.yanqi.process.worklist.ReopenIncident;

/** Registers staff's forms under the keys that the models use. */
@Configuration(proxyBeanMethods = false)
class DeskForms {

    @Bean
    StaffForm decideExceptionForm(PaymentExceptions exceptions) {
        return new StaffForm("desk/decide-exception", context -> new DecideException(context, exceptions));
    }

    @Bean
    StaffForm approveRefundForm(PaymentExceptions exceptions) {
        return new StaffForm("desk/approve-refund", context -> new ApproveDecision(context, exceptions));
    }

    @Bean
    StaffForm approveTransferForm(PaymentExceptions exceptions) {
        return new StaffForm("desk/approve-transfer", context -> new ApproveDecision(context, exceptions));
    }

    @Bean
    StaffForm approveDismissalForm(PaymentExceptions exceptions) {
        return new StaffForm("desk/approve-dismissal", context -> new ApproveDecision(context, exceptions));
    }

    @Bean
    StaffForm approveOrderRefundForm(RefundOrder refunds) {
        return new StaffForm("desk/approve-order-refund", context -> new ApproveOrderRefund(context, refunds));
    }

    @Bean
    StaffForm settleCorrectionForm(Invoices invoices, TakeInvoiceBack corrections, HandleCorrection handle) {
        return new StaffForm(
                "desk/settle-correction", context -> new SettleCorrection(context, invoices, corrections, handle));
    }

    @Bean
    StaffForm recordRedLetterForm(Invoices invoices, TakeInvoiceBack corrections, HandleCorrection handle) {
        return new StaffForm(
                "desk/record-red-letter", context -> new RecordRedLetter(context, invoices, corrections, handle));
    }

    @Bean
    StaffForm approveRevocationForm(RevokeCertificate revocations, Certificates certificates) {
        return new StaffForm(
                "desk/approve-revocation", context -> new ApproveRevocation(context, revocations, certificates));
    }

    @Bean
    StaffForm recordTransferForm(PaymentExceptions exceptions) {
        return new StaffForm("desk/record-transfer", context -> new RecordTransfer(context, exceptions));
    }

    @Bean
    StaffForm issuePaperInvoiceForm(Invoices invoices, HandleInvoice handle) {
        return new StaffForm("desk/issue-paper-invoice", context -> new IssuePaperInvoice(context, invoices, handle));
    }

    @Bean
    StaffForm handleRejectionForm(Invoices invoices, HandleInvoice handle) {
        return new StaffForm("desk/handle-rejection", context -> new HandleRejection(context, invoices, handle));
    }

    @Bean
    StaffForm dispatchInvoiceForm(Invoices invoices, HandleInvoice handle, Shipments shipments, CoverSheet sheets) {
        return new StaffForm(
                "desk/dispatch-invoice", context -> new DispatchInvoice(context, invoices, handle, shipments, sheets));
    }

    @Bean
    StaffForm handOverInvoiceForm(Invoices invoices, HandleInvoice handle) {
        return new StaffForm("desk/hand-over-invoice", context -> new HandOverInvoice(context, invoices, handle));
    }

    @Bean
    StaffForm chaseInvoiceForm(Invoices invoices, HandleInvoice handle, Shipments shipments) {
        return new StaffForm(
                "desk/chase-invoice", context -> new ChaseInvoice(context, invoices, handle, shipments, "take-over"));
    }

    @Bean
    StaffForm chaseShipmentForm(Invoices invoices, HandleInvoice handle, Shipments shipments) {
        return new StaffForm(
                "desk/chase-shipment",
                context -> new ChaseInvoice(context, invoices, handle, shipments, "dispatch-again"));
    }

    @Bean
    StaffForm settleRekeyFailureForm(Rekeys rekeys, SettleRekey settle, Clock clock) {
        return new StaffForm("desk/settle-rekey-failure", context -> new SettleFailure(context, rekeys, settle, clock));
    }

    @Bean
    StaffForm approveSettlementForm(ApproveSettlement settlements) {
        return new StaffForm("desk/approve-settlement", context -> new ApproveItemSettlement(context, settlements));
    }

    @Bean
    StaffForm handleOpenBidForm(
            Rekeys rekeys, OpenBidChoices bids, Catalogue catalogue, SettleRekey settle, Clock clock) {
        return new StaffForm(
                "desk/handle-open-bid", context -> new HandleOpenBid(context, rekeys, bids, catalogue, settle, clock));
    }

    @Bean
    StaffForm reviewLapsedForm(ReviewLapsed reviews, Clock clock) {
        return new StaffForm("desk/review-lapsed", context -> new ReviewCertificate(context, reviews, clock));
    }

    @Bean
    StaffForm approveKeyRecoveryForm(KeyRecoveries recoveries, Certificates certificates) {
        return new StaffForm(
                "desk/approve-key-recovery", context -> new ApproveKeyRecovery(context, recoveries, certificates));
    }

    @Bean
    StaffForm chaseRenewalForm(ChaseRenewal chase) {
        return new StaffForm("desk/chase-renewal", context -> new ChaseCase(context, chase));
    }

    @Bean
    StaffForm letterUndeliveredForm(SettleLetter settle) {
        return new StaffForm("desk/" + SettleLetter.KIND, context -> new SettleUndelivered(context, settle));
    }

    @Bean
    StaffForm incidentForm(ReopenIncident reopen) {
        return new StaffForm("desk/incident", context -> new RetryIncident(context, reopen));
    }

    @Bean
    StaffForm signOffDayForm(ReconciledDays days, SettleDay settle) {
        return new StaffForm("desk/sign-off-day", context -> new SignOffDay(context, days, settle));
    }

    @Bean
    StaffForm handleMissingBillForm(ReconciledDays days, SettleDay settle) {
        return new StaffForm("desk/handle-missing-bill", context -> new HandleMissingBill(context, days, settle));
    }

    @Bean
    CertificatePart keyRecoveryPart(KeyRecoveries recoveries) {
        return (actor, certificate) -> new RecoverKey(actor, recoveries, certificate);
    }
}
