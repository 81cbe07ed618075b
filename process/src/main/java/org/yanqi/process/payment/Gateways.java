package org.yanqi.process.payment;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yanqi.process.payment.port.PaymentGateway;

/** The ways to pay that this house has configured. */
@Component
public class Gateways {
    private final Map<Channel, PaymentGateway> byChannel = new EnumMap<>(Channel.class);

    Gateways(ObjectProvider<PaymentGateway> gateways) {
        gateways.orderedStream().forEach(one -> byChannel.put(one.channel(), one));
    }

    public Set<Channel> offered() {
        return Set.copyOf(byChannel.keySet());
    }

    /** @throws IllegalStateException if the channel is not configured */
    public PaymentGateway of(Channel channel) {
        var gateway = byChannel.get(channel);
        if (gateway == null) {
            throw new IllegalStateException("the channel " + channel + " is not configured");
        }
        return gateway;
    }
}
