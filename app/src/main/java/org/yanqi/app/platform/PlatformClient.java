package org.yanqi.app.platform;

import java.net.http.HttpClient;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.yanqi.process.platform.port.OpenBids;
import org.yanqi.process.platform.port.PlatformGateway;

/** The platforms' HTTP interface. Whatever is not a clear yes is an unknown answer: the same update is told again. */
@Component
class PlatformClient implements PlatformGateway, OpenBids {
    private final PlatformsProperties properties;
    private final RestClient http;

    PlatformClient(PlatformsProperties properties, RestClient.Builder builder) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .build());
        requests.setReadTimeout(properties.readTimeout());
        this.properties = properties;
        this.http = builder.requestFactory(requests).build();
    }

    private record Told(@Nullable String status) {}

    private record Bids(@Nullable List<Bid> open) {}

    private record Bid(@Nullable String project, @Nullable String opensAt) {}

    @Override
    public void tell(Update update) throws Unreachable {
        var body = Map.of(
                "key", update.key(),
                "organisation", update.organisationTaxNumber(),
                "certificateSerial", update.certificateSerial(),
                "holder", update.holder(),
                "from", update.from().toString(),
                "until", update.until().toString());
        try {
            var told = http.post()
                    .uri(properties.address(update.platform()) + "/entitlements")
                    .headers(headers -> authorise(headers, update.platform()))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body)
                    .retrieve()
                    .body(Told.class);
            if (told == null || !"accepted".equals(told.status())) {
                throw new Unreachable(update.platform() + " did not accept the term", new IllegalStateException());
            }
        } catch (RestClientException noAnswer) {
            throw new Unreachable(update.platform() + " gave no usable answer", noAnswer);
        }
    }

    @Override
    public boolean answers(String platform) {
        return properties.of(platform).openBids();
    }

    @Override
    public List<OpenBid> ask(String platform, String organisationTaxNumber, String certificateSerial)
            throws Unreachable {
        try {
            var bids = http.get()
                    .uri(
                            properties.address(platform) + "/open-bids?certificateSerial={serial}&uscc={tax}",
                            certificateSerial,
                            organisationTaxNumber)
                    .headers(headers -> authorise(headers, platform))
                    .retrieve()
                    .body(Bids.class);
            if (bids == null || bids.open() == null) {
                throw new Unreachable(platform + " gave no usable answer", new IllegalStateException());
            }
            return bids.open().stream()
                    .map(bid -> new OpenBid(platform, bid.project() == null ? "" : bid.project(), time(bid.opensAt())))
                    .toList();
        } catch (RestClientException noAnswer) {
            throw new Unreachable(platform + " gave no usable answer", noAnswer);
        }
    }

    private void authorise(HttpHeaders headers, String platform) {
        var token = properties.token(platform);
        if (token != null && !token.isBlank()) {
            headers.setBearerAuth(token);
        }
    }

    /** A time that cannot be read is no reason to overlook the bid. */
    private static @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
