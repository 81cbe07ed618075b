package org.yanqi.app.alipay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alipay.api.AlipayConfig;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.domain.AlipayTradeQueryModel;
import com.alipay.api.request.AlipayTradeQueryRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yanqi.app.wire.GatewayGuard;
import org.yanqi.app.wire.GatewayProperties;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.port.PaymentGateway.NoAnswer;

/** The SDK would wait for ever for an answer of which a byte comes now and then. */
class AlipayCallsTest {
    private static final GatewayProperties LIMITS = new GatewayProperties(
            Duration.ofMillis(500), Duration.ofMillis(500), Duration.ZERO, 4, 4, 50, Duration.ofMillis(200), 2);

    @Test
    @Timeout(60)
    void an_answer_that_trickles_is_no_answer() throws Exception {
        var over = new CountDownLatch(1);
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            trickle(server, over);
            var guard = new GatewayGuard(Channel.ALIPAY, LIMITS, new SimpleMeterRegistry());
            var calls = new AlipayCalls(new DefaultAlipayClient(config(server.getLocalPort())), guard, LIMITS);
            var model = new AlipayTradeQueryModel();
            model.setOutTradeNo("P1");
            assertThatThrownBy(() -> calls.ask("query", new AlipayTradeQueryRequest(), model))
                    .isInstanceOf(NoAnswer.class)
                    .hasMessageContaining("no whole answer");
            calls.destroy();
        } finally {
            over.countDown();
        }
    }

    private static void trickle(ServerSocket server, CountDownLatch over) {
        var thread = new Thread(
                () -> {
                    try (var socket = server.accept()) {
                        var out = socket.getOutputStream();
                        out.write(
                                "HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                        do {
                            out.write('x');
                            out.flush();
                        } while (!over.await(100, TimeUnit.MILLISECONDS));
                    } catch (IOException | InterruptedException gone) {
                        over.countDown();
                    }
                },
                "alipay");
        thread.setDaemon(true);
        thread.start();
    }

    private static AlipayConfig config(int port) throws Exception {
        var maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(2048);
        var keys = maker.generateKeyPair();
        var config = new AlipayConfig();
        config.setServerUrl("http://127.0.0.1:" + port + "/gateway.do");
        config.setAppId("2021000000000001");
        config.setPrivateKey(
                Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
        config.setAlipayPublicKey(
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        config.setSignType("RSA2");
        config.setCharset("UTF-8");
        config.setFormat("json");
        config.setConnectTimeout(Math.toIntExact(LIMITS.connect().toMillis()));
        config.setReadTimeout(Math.toIntExact(LIMITS.read().toMillis()));
        return config;
    }
}
