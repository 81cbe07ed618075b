package org.yanqi.app.alipay;

import com.alipay.api.domain.AlipayDataDataserviceBillDownloadurlQueryModel;
import com.alipay.api.request.AlipayDataDataserviceBillDownloadurlQueryRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.app.wire.GatewayProperties;
import org.yanqi.app.wire.PlainHttp;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.port.DailyBills;
import org.yanqi.process.payment.port.PaymentGateway.NoAnswer;

/** The daily bill of Alipay: an address that is good for half a minute, behind it a zip. A day without a bill is not an incident. */
@Component
@ConditionalOnProperty("yanqi.alipay.endpoint")
class AlipayBills implements DailyBills {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalTime READY = LocalTime.of(10, 0);
    private static final String ABSENT = "isp.bill_not_exist";
    private static final long LONGEST = 1L << 30;

    private final AlipayCalls calls;
    private final AlipayProperties properties;
    private final GatewayProperties limits;
    private final PlainHttp http = new PlainHttp(0);
    private final Clock clock;

    AlipayBills(AlipayCalls calls, AlipayProperties properties, GatewayProperties limits, Clock clock) {
        this.calls = calls;
        this.properties = properties;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.ALIPAY;
    }

    @Override
    public Bill read(LocalDate day, Reader reader) throws NoAnswer {
        var model = new AlipayDataDataserviceBillDownloadurlQueryModel();
        model.setBillType("trade");
        model.setBillDate(day.toString());
        var response = calls.ask("bill", new AlipayDataDataserviceBillDownloadurlQueryRequest(), model);
        if (ABSENT.equals(String.valueOf(response.getSubCode()).toLowerCase(Locale.ROOT))) {
            var ready = day.plusDays(1).atTime(READY).atZone(CHINA).toInstant();
            var state = clock.instant().isBefore(ready) ? Bill.State.NOT_READY : Bill.State.EMPTY;
            return new Bill(state, null, null, ABSENT);
        }
        if (!response.isSuccess() || response.getBillDownloadUrl() == null) {
            throw AlipayCalls.noAnswer("bill refused: " + response.getSubCode());
        }
        return read(address(response.getBillDownloadUrl()), reader);
    }

    private Bill read(URI address, Reader reader) throws NoAnswer {
        try {
            var file = Files.createTempFile("alipay-bill", ".zip");
            try {
                download(address, file);
                return AlipayBillReader.read(file, reader);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException broken) {
            throw new NoAnswer("the bill did not come to its end", broken);
        }
    }

    private void download(URI address, Path file) throws IOException {
        var request =
                HttpRequest.newBuilder(address).timeout(limits.download()).GET().build();
        http.download(request, file, LONGEST);
    }

    /** The answer is signed; all the same it leads nowhere but to Alipay, or to the host that was configured. */
    private URI address(String url) throws NoAnswer {
        try {
            var address = URI.create(url);
            var host = String.valueOf(address.getHost());
            var known = host.equals(URI.create(properties.endpoint()).getHost())
                    || "https".equals(address.getScheme())
                            && (host.equals("alipay.com") || host.endsWith(".alipay.com"));
            if (known) {
                return address;
            }
        } catch (IllegalArgumentException no) {
            throw new NoAnswer("the bill's address is none", no);
        }
        throw AlipayCalls.noAnswer("the bill's address is not Alipay's");
    }
}
