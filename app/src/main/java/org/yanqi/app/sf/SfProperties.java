package org.yanqi.app.sf;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The house's account at SF Express (丰桥); without an endpoint parcels are sent with waybills typed in.
 *
 * @param endpoint the whole address, as https://bspgw.sf-express.com/std/service
 * @param partnerId partnerID
 * @param checkWord the secret of the digests
 * @param monthlyCard monthly account, if freight is ever paid by us
 * @param pushToken a word in the push address that only the courier knows, as pushes are not signed
 */
@ConditionalOnProperty("yanqi.sf.endpoint")
@ConfigurationProperties("yanqi.sf")
public record SfProperties(
        URI endpoint,
        String partnerId,
        String checkWord,
        @Nullable String monthlyCard,
        @Nullable String pushToken) {}
