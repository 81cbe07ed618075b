package org.yanqi.forms.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yanqi.forms.component.Texts;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.certificate.KeyRecovery;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.invoicing.InvoiceKind;
import org.yanqi.process.invoicing.InvoiceState;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.payment.AskProvider;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.ExceptionKind;
import org.yanqi.process.payment.PaymentState;
import org.yanqi.process.payment.reconciliation.Difference;
import org.yanqi.process.platform.Level;
import org.yanqi.process.platform.PlatformChange;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.RekeyStage;
import org.yanqi.process.renewal.Step;
import org.yanqi.process.shipping.ShipmentState;

/** Every state that a screen shows has words in both languages. */
class StatesInWordsTest {

    static Stream<Arguments> states() {
        return Stream.of(
                        states("order-state.", OrderState.values()),
                        states("item-state.", ItemState.values()),
                        states("invoice-state.", InvoiceState.values()),
                        states("invoice-kind.", InvoiceKind.values()),
                        states("title-type.", InvoiceTitle.Type.values()),
                        states("collection.", InvoiceChoice.Collection.values()),
                        states("certificate-state.", CertificateState.values()),
                        states("recovery-state.", KeyRecovery.State.values()),
                        states("kind.", KeyKind.values()),
                        states("algorithm.", Algorithm.values()),
                        states("level.", Level.values()),
                        states("change.", PlatformChange.Kind.values()),
                        states("channel.", Channel.values()),
                        states("payment-state.", PaymentState.values()),
                        states("pay.standing.", AskProvider.Standing.values()),
                        states("rekey-stage.", RekeyStage.values()),
                        states("shipment-state.", ShipmentState.values()),
                        states("exception-kind.", ExceptionKind.values()),
                        states("difference-kind.", Difference.Kind.values()),
                        states("role.", Role.values()))
                .flatMap(all -> all);
    }

    private static Stream<Arguments> states(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> Arguments.of(prefix + value));
    }

    static Stream<Arguments> codes() {
        return Stream.concat(
                Arrays.stream(Step.values()).map(step -> Arguments.of("step." + step.id())),
                Stream.of(
                                "pin-wrong",
                                "pin-locked",
                                "key-removed",
                                "wrong-key",
                                "several-keys",
                                "key-full",
                                "write-failed",
                                "import-failed",
                                "cancelled")
                        .flatMap(code -> Stream.of("key-failure." + code + ".title", "key-failure." + code + ".text"))
                        .map(Arguments::of));
    }

    @ParameterizedTest
    @MethodSource({"states", "codes"})
    void has_words_in_both_languages(String key) {
        assertThat(Texts.has(key, Texts.CHINESE)).isTrue();
        assertThat(Texts.has(key, Texts.ENGLISH)).isTrue();
    }
}
