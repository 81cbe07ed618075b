package org.yanqi.e2e.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yanqi.demo.sample.PhonePays;
import org.yanqi.demo.sample.Walk;
import org.yanqi.process.account.Organisation;
import org.yanqi.process.account.Person;
import org.yanqi.process.account.RegisterCustomer;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.Orders;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.OpenTicket;
import org.yanqi.process.renewal.Step;

/** Does for the test what a customer does at the browser: orders, pays, asks for tickets. Listens on loopback. */
@Component
class Door {
    private static final Actor SYSTEM = Actor.system("fault-test");

    private final RegisterCustomer customers;
    private final PaidKeys keys;
    private final Walk walk;
    private final PhonePays phone;
    private final Orders orders;
    private final OpenTicket tickets;
    private final Clock clock;
    private final String origin;
    private final int port;

    Door(
            RegisterCustomer customers,
            PaidKeys keys,
            Walk walk,
            PhonePays phone,
            Orders orders,
            OpenTicket tickets,
            Clock clock,
            @Value("${yanqi.public-url}") String origin,
            @Value("${yanqi.agent-url}") String agent) {
        this.customers = customers;
        this.keys = keys;
        this.walk = walk;
        this.phone = phone;
        this.orders = orders;
        this.tickets = tickets;
        this.clock = clock;
        this.origin = origin;
        this.port = java.net.URI.create(agent).getPort();
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> query = Arrays.stream(
                        String.valueOf(exchange.getRequestURI().getQuery()).split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        try (exchange) {
            String answer = switch (exchange.getRequestURI().getPath()) {
                case "/owed" -> owed(Integer.parseInt(query.get("keys")));
                case "/ticket" -> ticket(UUID.fromString(query.get("item")));
                default -> "";
            };
            answer(exchange, 200, answer);
        } catch (Exception refused) {
            answer(exchange, 409, String.valueOf(refused));
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }

    /** A paid order of as many keys, all of one person; a line for each with item and key number. */
    private String owed(int count) throws Exception {
        String tax = "91210100" + UUID.randomUUID().toString().substring(0, 10).toUpperCase(java.util.Locale.ROOT);
        Organisation company =
                customers.organisation(SYSTEM, "沈阳试验有限公司" + tax, tax, "210100", "沈阳市", "青年大街1号", "024-00000000");
        Person holder = customers.person(SYSTEM, "赵试", "13800000001", "zhao@example.org", null);
        List<UUID> pairs = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            KeyKind kind = at == 0 ? KeyKind.MAIN : KeyKind.PROJECT_LEADER;
            pairs.add(keys.make(SYSTEM, company, holder, kind, "F%s%03d".formatted(tax.substring(8), at))
                    .id());
        }
        Actor customer = customer(company.id(), holder.id());
        var payment = walk.ordered(customer, pairs, InvoiceChoice.none(), Channel.WECHAT);
        phone.pay(payment.code(), payment.fen());
        Order order = walk.until(customer, payment.caseId(), Step.UPDATE_KEY).order();
        if (order == null) {
            throw new IllegalStateException("no order");
        }
        return order.items().stream()
                .map(item -> item.id() + " " + item.keySerial())
                .collect(Collectors.joining("\n"));
    }

    private String ticket(UUID item) {
        Order order = orders.withItem(item);
        UUID holder = order.items().stream()
                .filter(one -> one.id().equals(item))
                .findFirst()
                .orElseThrow()
                .holder();
        Actor customer = customer(order.organisation(), holder);
        Walk.value(tickets.declareAgain(customer, item, true));
        return Walk.value(tickets.open(customer, item, "rekey", origin));
    }

    private static Actor customer(UUID organisation, UUID person) {
        return new Actor(
                "fault-test",
                "赵试",
                Role.ORGANISATION_ADMINISTRATOR,
                Set.of(Role.ORGANISATION_ADMINISTRATOR),
                organisation,
                person,
                "127.0.0.1");
    }
}
