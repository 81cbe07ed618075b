package org.yanqi.bench.product;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.yanqi.process.invoicing.port.TaxChannel;
import org.yanqi.process.notice.port.Postman;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.port.PaymentGateway;
import org.yanqi.process.platform.port.OpenBids;
import org.yanqi.process.platform.port.PlatformGateway;
import org.yanqi.process.shipping.Shipment;
import org.yanqi.process.shipping.port.Courier;

/** The outside world in the same process, which answers at once: what is measured is the product, not its partners. */
@Configuration(proxyBeanMethods = false)
class OutsideWorld {
    private static final byte[] PDF = new byte[20_000];
    private static final byte[] XML = new byte[2_000];

    /** Not where the real adapters are to speak with somebody. */
    @Bean
    @ConditionalOnProperty(value = "yanqi.wechat.endpoint", havingValue = "none", matchIfMissing = true)
    static PaymentGateway gateway() {
        return new Gateway();
    }

    @Bean
    static TaxChannel taxChannel(Clock clock) {
        return new Tax(clock);
    }

    @Bean
    @Primary
    static Postman postman() {
        return letter -> {};
    }

    @Bean
    @Primary
    static PlatformGateway platformGateway() {
        return update -> {};
    }

    @Bean
    @Primary
    static OpenBids openBids() {
        return new NoBids();
    }

    @Bean
    @Primary
    static Courier courier() {
        return new NoParcels();
    }

    private static final class Gateway implements PaymentGateway {
        @Override
        public Channel channel() {
            return Channel.WECHAT;
        }

        @Override
        public Code open(String number, long fen, String description, Instant until) {
            return new Code("bench:" + number, until);
        }

        @Override
        public Trade query(String number) {
            return new Trade(Trade.State.WAITING, null, 0, null, null, "");
        }

        @Override
        public Trade close(String number) {
            return new Trade(Trade.State.CLOSED, null, 0, null, null, "");
        }

        @Override
        public RefundState refund(String refundNumber, String number, long totalFen, long fen, String reason) {
            return RefundState.SUCCEEDED;
        }

        @Override
        public RefundState queryRefund(String refundNumber, String number) {
            return RefundState.SUCCEEDED;
        }
    }

    private static final class Tax implements TaxChannel {
        private final Clock clock;

        private Tax(Clock clock) {
            this.clock = clock;
        }

        @Override
        public String submit(Submission submission) {
            return submission.serial();
        }

        @Override
        public Status ask(String id) {
            var digits = Long.toString(Integer.toUnsignedLong(id.hashCode()));
            var number = "2611" + "0".repeat(16 - digits.length()) + digits;
            return new Status.Issued(
                    number, null, null, clock.instant(), true, Map.of("pdf", PDF.clone(), "xml", XML.clone()));
        }

        @Override
        public String askRedLetter(RedLetter form) throws Refused {
            throw new Refused("nothing goes wrong here");
        }

        @Override
        public RedStatus redLetter(String id) {
            return new RedStatus.Refused("nothing goes wrong here");
        }

        @Override
        public RedStatus issueRedLetter(String id) {
            return redLetter(id);
        }
    }

    private static final class NoBids implements OpenBids {
        @Override
        public boolean answers(String platform) {
            return true;
        }

        @Override
        public List<OpenBid> ask(String platform, String organisationTaxNumber, String certificateSerial) {
            return List.of();
        }
    }

    private static final class NoParcels implements Courier {
        @Override
        public String book(Booking booking) {
            return "SF" + booking.key();
        }

        @Override
        public List<Shipment.Step> route(String waybill) {
            return List.of();
        }
    }
}
