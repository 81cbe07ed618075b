package org.yanqi.app.wechat;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.service.billdownload.BillDownloadServiceExtension;
import com.wechat.pay.java.service.billdownload.model.BillType;
import com.wechat.pay.java.service.billdownload.model.GetTradeBillRequest;
import com.wechat.pay.java.service.billdownload.model.TarType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yanqi.app.wire.GatewayGuard;
import org.yanqi.app.wire.PlainHttp;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.port.DailyBills;
import org.yanqi.process.payment.port.PaymentGateway.NoAnswer;

/**
 * The daily trade bill of WeChat Pay, ready after ten on the next morning. It is written to a file first: its lines count only if
 * the whole of it has the hash that was promised.
 */
@Component
@ConditionalOnProperty("yanqi.wechat.endpoint")
class WechatBills implements DailyBills {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalTime READY = LocalTime.of(10, 0);
    private static final long LONGEST = 4L << 30;
    private static final Set<String> ABSENT = Set.of("NO_STATEMENT_EXIST", "STATEMENT_CREATING");

    private final BillDownloadServiceExtension bills;
    private final GatewayGuard guard;
    private final Clock clock;

    WechatBills(BillDownloadServiceExtension bills, @Qualifier("wechatGuard") GatewayGuard guard, Clock clock) {
        this.bills = bills;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.WECHAT;
    }

    @Override
    public Bill read(LocalDate day, Reader reader) throws NoAnswer {
        var request = new GetTradeBillRequest();
        request.setBillDate(day.toString());
        request.setBillType(BillType.ALL);
        request.setTarType(TarType.GZIP);
        try {
            var file = Files.createTempFile("wechat-bill", ".csv");
            try {
                var fetched = guard.<Fetched, RuntimeException>call("bill", () -> fetch(request, file));
                return fetched.isWhole()
                        ? WechatBillReader.read(file, fetched.hash(), reader)
                        : new Bill(
                                Bill.State.DAMAGED,
                                null,
                                fetched.hash(),
                                "the content has not the hash that was promised");
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (ServiceException no) {
            return without(day, no);
        } catch (IOException e) {
            throw new NoAnswer("the bill could not be kept for reading", e);
        }
    }

    private record Fetched(boolean isWhole, String hash) {}

    private Fetched fetch(GetTradeBillRequest request, Path file) throws NoAnswer {
        var bill = WechatGateway.answered(() -> bills.getTradeBill(request));
        try (var content = new DigestInputStream(bill.getInputStream(), MessageDigest.getInstance("SHA-1"));
                var out = Files.newOutputStream(file)) {
            PlainHttp.copy(content, out, LONGEST);
            var hash = HexFormat.of().formatHex(content.getMessageDigest().digest());
            return new Fetched(bill.verifyHash(), hash);
        } catch (IOException broken) {
            throw new NoAnswer("the bill did not come to its end", broken);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Before the hour at which bills are ready, a bill that is not there may still come. */
    private Bill without(LocalDate day, ServiceException no) throws NoAnswer {
        var code = String.valueOf(no.getErrorCode());
        if (!ABSENT.contains(code)) {
            throw new NoAnswer("bill refused: " + code, no);
        }
        var ready = day.plusDays(1).atTime(READY).atZone(CHINA).toInstant();
        var empty = "NO_STATEMENT_EXIST".equals(code) && !clock.instant().isBefore(ready);
        return new Bill(empty ? Bill.State.EMPTY : Bill.State.NOT_READY, null, null, code);
    }
}
