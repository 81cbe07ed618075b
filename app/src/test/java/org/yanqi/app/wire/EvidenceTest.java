package org.yanqi.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is kept of an answer is its words, not its secrets. */
class EvidenceTest {
    @Test
    void signatures_codes_and_names_are_removed_wherever_they_stand() {
        assertThat(Evidence.of("{\"alipay_trade_query_response\":{\"trade_no\":\"1\",\"buyer_logon_id\":\"a@b\","
                        + "\"list\":[{\"qr_code\":\"q\",\"x\":1}]},\"sign\":\"s\"}"))
                .isEqualTo("{\"alipay_trade_query_response\":{\"trade_no\":\"1\",\"list\":[{\"x\":1}]}}");
    }

    @Test
    void what_is_no_json_is_not_kept() {
        assertThat(Evidence.of("sign=abc")).isEmpty();
        assertThat(Evidence.of(null)).isEmpty();
    }
}
