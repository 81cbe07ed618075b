package org.yanqi.app.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yanqi.process.payment.Channel;

/** WeChat Pay changes its key without a restart of ours: both count for a while, then the new one alone. */
class WechatKeysTest extends WithMoney {
    private static final String NEW_ID = "PUB_KEY_ID_0116000000012026";
    private final WechatStandIn renewed = new WechatStandIn(Keys.STRANGER);

    private int hear(Waiting waiting, WechatStandIn signer, String keyId) throws Exception {
        WECHAT.pay(waiting.payment().number(), waiting.order().fen());
        var body = WECHAT.callback(
                UUID.randomUUID().toString(),
                WECHAT.transaction(waiting.payment().number(), WechatStandIn.MERCHANT, WechatStandIn.APP));
        return http.perform(post("/api/callbacks/wechat/payment")
                        .headers(signer.signed(body, clock.instant(), keyId))
                        .content(body))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void a_new_key_works_at_once_beside_the_old_one_until_it_is_removed() throws Exception {
        var waiting = waiting(Channel.WECHAT);
        var file = WECHAT_KEYS.resolve(NEW_ID + ".pem");
        assertThat(hear(waiting, renewed, NEW_ID)).isEqualTo(401);

        Files.writeString(file, Keys.publicPem(Keys.STRANGER));

        assertThat(hear(waiting, renewed, NEW_ID)).isEqualTo(204);
        assertThat(hear(waiting, WECHAT, WechatStandIn.KEY_ID)).isEqualTo(204);
        assertThat(hear(waiting, WECHAT, NEW_ID)).isEqualTo(401);
        assertThat(hear(waiting, renewed, WechatStandIn.KEY_ID)).isEqualTo(401);

        Files.delete(file);

        assertThat(hear(waiting, renewed, NEW_ID)).isEqualTo(401);
        awaitPaid(waiting);
    }

    @Test
    void an_id_that_leads_out_of_the_folder_or_to_no_key_proves_nothing() throws Exception {
        var waiting = waiting(Channel.WECHAT);
        var outside = Files.writeString(
                WECHAT_KEYS.resolveSibling("outside-" + UUID.randomUUID() + ".pem"), Keys.publicPem(Keys.STRANGER));
        var broken = Files.writeString(WECHAT_KEYS.resolve("BROKEN.pem"), "no key");
        try {
            var name = outside.getFileName().toString().replace(".pem", "");
            assertThat(hear(waiting, renewed, "../" + name)).isEqualTo(401);
            assertThat(hear(waiting, renewed, "BROKEN")).isEqualTo(401);
        } finally {
            Files.delete(outside);
            Files.delete(broken);
        }
    }
}
