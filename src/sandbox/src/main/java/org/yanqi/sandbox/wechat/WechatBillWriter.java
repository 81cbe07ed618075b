package org.yanqi.sandbox.wechat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yanqi.sandbox.bill.Damage;
import org.yanqi.sandbox.bill.Damages;
import org.yanqi.sandbox.papers.MerchantPapers;
import org.yanqi.sandbox.till.Channel;
import org.yanqi.sandbox.till.Payment;
import org.yanqi.sandbox.till.Purchase;
import org.yanqi.sandbox.till.Refund;
import org.yanqi.sandbox.till.Till;

/** Writes a trade bill of type ALL: a heading, 27 columns with a back-tick before each value, two lines of sums. */
final class WechatBillWriter {
    private static final String HEADING = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,"
            + "付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,"
            + "商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";
    private static final String SUMS = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final Damages.Places PLACES = new Damages.Places(List.of(12, 16, 24, 25), 22, List.of(5, 6));

    private final MerchantPapers papers;
    private final Till till;
    private final Damages damages;

    WechatBillWriter(MerchantPapers papers, Till till, Damages damages) {
        this.papers = papers;
        this.till = till;
        this.damages = damages;
    }

    /** The bill of a day in China; empty if nothing happened that day. */
    Optional<String> write(LocalDate day) {
        List<List<String>> rows = new ArrayList<>();
        long paid = 0;
        long back = 0;
        long fees = 0;
        for (Purchase purchase : till.all()) {
            if (purchase.offer().channel() != Channel.WECHAT) {
                continue;
            }
            for (Payment payment : purchase.payments()) {
                if (WechatBills.on(day, payment.at())) {
                    rows.add(payment(purchase, payment));
                    paid += payment.amount();
                    fees += payment.fee();
                }
            }
            for (Refund refund : purchase.refunds()) {
                if (WechatBills.on(day, refund.asked())) {
                    rows.add(refund(purchase, refund));
                    back += refund.amount();
                }
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String heading = damages.has(Channel.WECHAT, Damage.EXTRA_COLUMN) ? HEADING + ",新增列" : HEADING;
        List<List<String>> told = damages.apply(Channel.WECHAT, rows, PLACES);
        StringBuilder bill = new StringBuilder("\uFEFF").append(heading).append("\r\n");
        told.forEach(
                row -> bill.append(row.size() == 1 ? row.get(0) : ticked(row)).append("\r\n"));
        if (!damages.has(Channel.WECHAT, Damage.NO_SUMMARY)) {
            bill.append(SUMS).append("\r\n");
            bill.append(ticked(List.of(
                            Integer.toString(rows.size()),
                            yuan(paid),
                            yuan(back),
                            "0.00",
                            fee(fees),
                            yuan(paid),
                            yuan(back))))
                    .append("\r\n");
        }
        return Optional.of(bill.toString());
    }

    private List<String> payment(Purchase purchase, Payment payment) {
        return row(
                purchase,
                payment.at(),
                payment.transaction(),
                "SUCCESS",
                yuan(payment.amount()),
                "0",
                "0",
                "0.00",
                "",
                "",
                yuan(payment.amount()),
                "0.00",
                fee(payment.fee()));
    }

    private List<String> refund(Purchase purchase, Refund refund) {
        String state = refund.state() == Refund.State.ABNORMAL
                ? "CHANGE"
                : refund.state().name();
        return row(
                purchase,
                refund.asked(),
                refund.transaction(),
                "REFUND",
                "0.00",
                refund.id(),
                refund.number(),
                yuan(refund.amount()),
                "ORIGINAL",
                state,
                "0.00",
                yuan(refund.amount()),
                fee(0));
    }

    private List<String> row(
            Purchase purchase,
            Instant at,
            String transaction,
            String state,
            String due,
            String refundId,
            String refundNumber,
            String refunded,
            String refundType,
            String refundState,
            String total,
            String asked,
            String fee) {
        String attach = purchase.offer().attach();
        return List.of(
                TIME.format(at.atZone(WechatTime.ZONE)),
                papers.get("wechat.app-id"),
                papers.get("wechat.merchant-id"),
                "0",
                "",
                transaction,
                purchase.offer().outTradeNo(),
                "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
                "NATIVE",
                state,
                "OTHERS",
                "CNY",
                due,
                "0.00",
                refundId,
                refundNumber,
                refunded,
                "0.00",
                refundType,
                refundState,
                purchase.offer().description().replace(',', '，'),
                attach == null ? "" : attach.replace(',', '，'),
                fee,
                "0.60%",
                total,
                asked,
                "");
    }

    private static String ticked(List<String> values) {
        return values.stream().map(value -> "`" + value).collect(Collectors.joining(","));
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static String fee(long fen) {
        return BigDecimal.valueOf(fen, 2).setScale(5, RoundingMode.UNNECESSARY).toPlainString();
    }
}
