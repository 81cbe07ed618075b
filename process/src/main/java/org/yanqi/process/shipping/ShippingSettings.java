package org.yanqi.process.shipping;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From where parcels are sent.
 *
 * @param senderName company on the waybill
 * @param senderPhone its phone
 * @param senderProvince its province
 * @param senderCity its city
 * @param senderAddress the rest of its address
 */
@ConfigurationProperties("yanqi.shipping")
public record ShippingSettings(
        @DefaultValue("辽宁省网联招标投标综合服务平台") String senderName,
        @DefaultValue("400-125-7788") String senderPhone,
        @DefaultValue("辽宁省") String senderProvince,
        @DefaultValue("沈阳市") String senderCity,
        @DefaultValue("沈阳市服务大厅") String senderAddress) {}
