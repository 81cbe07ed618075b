package org.yanqi.process.invoicing;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an invoice says about the service sold (R10); copied onto each invoice when it is asked for.
 *
 * @param rate VAT rate
 * @param goodsCode goods-and-services code of the tax system, 19 digits
 * @param goodsName its short name, printed between asterisks before the line
 * @param lineName what was sold
 * @param firstPoll how soon the tax channel is asked after submission; later pauses grow
 * @param longestPoll the longest pause between two questions
 * @param specimen invoices are specimens (样票) whatever the channel says: true in trials
 * @param paperSpecial whether the region still issues paper special invoices
 */
@ConfigurationProperties("yanqi.invoicing")
public record InvoicingSettings(
        @DefaultValue("0.06") BigDecimal rate,
        @DefaultValue("3040205000000000000") String goodsCode,
        @DefaultValue("信息技术服务") String goodsName,
        @DefaultValue("数字证书延期服务费") String lineName,
        @DefaultValue("PT20S") Duration firstPoll,
        @DefaultValue("PT10M") Duration longestPoll,
        @DefaultValue("false") boolean specimen,
        @DefaultValue("true") boolean paperSpecial) {

    /** The pause after so many questions to the tax channel: each twice as long as the one before, up to the longest. */
    Duration pause(int asks) {
        var pause = firstPoll.multipliedBy(1L << Math.min(asks, 10));
        return pause.compareTo(longestPoll) > 0 ? longestPoll : pause;
    }
}
