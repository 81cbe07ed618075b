package org.yanqi.forms.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yanqi.process.account.InvoiceTitle;
import org.yanqi.process.account.Recipient;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.CertificatePair;
import org.yanqi.process.certificate.CertificateState;
import org.yanqi.process.certificate.KeyContents;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.certificate.LifeEvent;
import org.yanqi.process.invoicing.Invoice;
import org.yanqi.process.invoicing.InvoiceChoice;
import org.yanqi.process.invoicing.InvoiceKind;
import org.yanqi.process.invoicing.InvoiceState;
import org.yanqi.process.invoicing.Vat;
import org.yanqi.process.ordering.ItemState;
import org.yanqi.process.ordering.Order;
import org.yanqi.process.ordering.OrderItem;
import org.yanqi.process.ordering.OrderState;
import org.yanqi.process.payment.Channel;
import org.yanqi.process.payment.Payment;
import org.yanqi.process.payment.PaymentState;
import org.yanqi.process.platform.Entitlement;
import org.yanqi.process.platform.Level;
import org.yanqi.process.platform.Platform;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;
import org.yanqi.process.rekey.Rekey;
import org.yanqi.process.rekey.RekeyStage;
import org.yanqi.process.renewal.Draft;
import org.yanqi.process.renewal.RenewalState;
import org.yanqi.process.renewal.RenewalView;
import org.yanqi.process.renewal.Step;

/** People, certificates, orders of one made-up company. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    public static final UUID ORGANISATION = id(900);
    public static final UUID ADMINISTRATOR = id(901);
    public static final UUID LEADER = id(902);
    public static final Actor ACTOR = new Actor(
            "wangfang",
            "王芳",
            Role.ORGANISATION_ADMINISTRATOR,
            Set.of(Role.ORGANISATION_ADMINISTRATOR),
            ORGANISATION,
            ADMINISTRATOR,
            "127.0.0.1");
    public static final CertificatePair MAIN =
            pair(1, ADMINISTRATOR, "沈阳恒远建设工程有限公司", KeyKind.MAIN, "2026-12-20T15:59:59Z");
    public static final CertificatePair PROJECT_LEADER =
            pair(2, LEADER, "李国强", KeyKind.PROJECT_LEADER, "2026-11-30T15:59:59Z");
    public static final CertificatePair EARLY = pair(3, id(903), "赵敏", KeyKind.PROJECT_LEADER, "2027-08-30T15:59:59Z");
    public static final CertificatePair LAPSED =
            pair(4, id(904), "欧阳文静", KeyKind.PROJECT_LEADER, "2025-09-30T15:59:59Z");
    public static final List<Platform> PLATFORMS = List.of(
            new Platform("LN-JSGC", "辽宁建设工程信息网", Level.PROVINCE, "210000", "construction tendering", true),
            new Platform("LN-ZBJG", "辽宁省招标投标监管网", Level.PROVINCE, "210000", "tender supervision", true),
            new Platform("LN-ZFCG", "辽宁省政府采购平台", Level.PROVINCE, "210000", "government procurement", true),
            new Platform("LN-GGZY", "辽宁省公共资源交易平台", Level.PROVINCE, "210000", "public resources", true),
            new Platform("SY-GGZY", "沈阳市公共资源平台", Level.CITY, "210100", "public resources", true),
            new Platform("DL-GGZY", "大连市公共资源平台", Level.CITY, "210200", "public resources", true),
            new Platform("HC-DZCG", "华晨集团电子采购平台", Level.ENTERPRISE, "210100", "enterprise e-procurement", true),
            new Platform("SF-JSXM", "沈抚示范区建设项目管理平台", Level.ZONE, "210400", "construction project", true));

    public static final List<Entitlement> TERMS = List.of(
            term(1, "LN-JSGC", "2025-12-21", "2026-12-20", false),
            term(2, "LN-JSGC", "2026-12-21", "2027-12-20", false),
            term(3, "SY-GGZY", "2026-11-22", "2026-12-20", true),
            term(4, "SY-GGZY", "2026-12-21", "2027-12-20", false));
    public static final List<LifeEvent> LIFE = List.of(
            new LifeEvent(LifeEvent.What.ISSUED, Instant.parse("2024-12-01T00:00:00Z"), id(9), "0fe1", null),
            new LifeEvent(LifeEvent.What.SUPERSEDED, Instant.parse("2025-12-01T03:00:00Z"), id(9), "0fe1", null),
            new LifeEvent(LifeEvent.What.RENEWED, Instant.parse("2025-12-01T03:00:00Z"), MAIN.id(), "10a4", null),
            new LifeEvent(LifeEvent.What.EXPIRES, MAIN.expires(), MAIN.id(), "10a4", null));
    public static final List<KeyContents.Held> ON_THE_KEY = List.of(
            held(KeyContents.Use.SIGNING, false, "10a4"),
            held(KeyContents.Use.ENCRYPTION, false, "10a5"),
            held(KeyContents.Use.ENCRYPTION, true, "0fe2"));

    private Samples() {}

    private static Entitlement term(long number, String platform, String from, String until, boolean gift) {
        return new Entitlement(
                id(500 + number), MAIN.id(), platform, LocalDate.parse(from), LocalDate.parse(until), gift);
    }

    private static KeyContents.Held held(KeyContents.Use use, boolean old, String serial) {
        return new KeyContents.Held(use, old, "CN=CFCA", serial, MAIN.expires(), NOW);
    }

    public static UUID id(long number) {
        return new UUID(0x9a9a0000_00004000L, 0x8000000000000000L + number);
    }

    private static CertificatePair pair(long number, UUID holder, String name, KeyKind kind, String expires) {
        return new CertificatePair(
                id(number),
                ORGANISATION,
                holder,
                name,
                kind,
                Algorithm.RSA_2048,
                "CFCA",
                "LN21" + (3000481200L + number),
                "CN=" + name + ",O=沈阳恒远建设工程有限公司,C=CN",
                "CN=CFCA ACS OCA31,O=China Financial Certification Authority,C=CN",
                "10a4f0c5d2e9b7183355aa" + number,
                new byte[] {1},
                null,
                Instant.parse("2025-12-01T00:00:00Z"),
                Instant.parse(expires),
                CertificateState.IN_FORCE,
                null,
                null);
    }

    public static InvoiceTitle title() {
        return new InvoiceTitle(
                id(700),
                InvoiceTitle.Type.ENTERPRISE,
                "沈阳恒远建设工程有限公司",
                "91210100MA0P4R5T2X",
                "沈阳市浑南区创新路 155 号",
                "024-31668899",
                "中国建设银行沈阳浑南支行",
                "21001388201052508899");
    }

    public static Recipient recipient() {
        return new Recipient(id(701), "王芳", "13804011234", "辽宁省沈阳市浑南区", "创新路 155 号 3 楼财务部");
    }

    public static Draft draft() {
        var platforms = new LinkedHashMap<UUID, Set<String>>();
        platforms.put(MAIN.id(), Set.of("LN-JSGC", "LN-ZBJG", "LN-ZFCG", "SY-GGZY", "HC-DZCG"));
        platforms.put(PROJECT_LEADER.id(), Set.of("LN-JSGC", "LN-ZBJG"));
        return new Draft(
                List.of(MAIN.id(), PROJECT_LEADER.id()),
                platforms,
                false,
                Map.of(PROJECT_LEADER.id(), false),
                new InvoiceChoice(
                        true, InvoiceKind.ELECTRONIC_ORDINARY, title(), "fapiao@hengyuan.example", null, null),
                Channel.WECHAT);
    }

    public static Order order(OrderState state) {
        var paid = state == OrderState.PAID || state == OrderState.FULFILLED;
        return new Order(
                id(800),
                "PLYQHB2026112211173",
                id(800),
                ORGANISATION,
                "沈阳恒远建设工程有限公司",
                state,
                45000,
                NOW.minusSeconds(600),
                NOW.plusSeconds(6600),
                paid ? NOW.minusSeconds(60) : null,
                List.of(
                        item(
                                MAIN,
                                25000,
                                state == OrderState.FULFILLED
                                        ? ItemState.RENEWED
                                        : paid ? ItemState.OWED : ItemState.ORDERED),
                        item(
                                PROJECT_LEADER,
                                20000,
                                state == OrderState.FULFILLED
                                        ? ItemState.RENEWED
                                        : paid ? ItemState.OWED : ItemState.ORDERED)));
    }

    private static OrderItem item(CertificatePair pair, long fen, ItemState state) {
        return new OrderItem(
                id(850 + fen),
                pair.id(),
                pair.holder(),
                pair.holderName(),
                pair.kind(),
                pair.vendor(),
                pair.keySerial(),
                pair.lastDay(),
                List.of("LN-JSGC", "LN-ZBJG"),
                List.of("LN-JSGC", "LN-ZBJG", "LN-ZFCG", "SY-GGZY"),
                fen,
                LocalDate.of(2026, 12, 22),
                LocalDate.of(2027, 12, 21),
                state);
    }

    public static Payment payment(PaymentState state) {
        return new Payment(
                id(860),
                "YQ202611221200001",
                id(800),
                id(800),
                Channel.WECHAT,
                45000,
                state,
                "http://127.0.0.1:8090/phone/pay/3f9a7c1d2e",
                NOW.plusSeconds(7000),
                NOW.minusSeconds(100),
                null,
                state == PaymentState.SUCCEEDED ? 45000L : null,
                state == PaymentState.SUCCEEDED ? NOW.minusSeconds(60) : null,
                null);
    }

    public static Invoice invoice() {
        return new Invoice(
                id(870),
                id(800),
                id(800),
                "PLYQHB2026112211173",
                ORGANISATION,
                InvoiceKind.ELECTRONIC_ORDINARY,
                InvoiceState.DELIVERED,
                title(),
                new Vat(45000, 42453, 2547, new java.math.BigDecimal("0.06")),
                "3040201",
                "信息技术服务",
                "fapiao@hengyuan.example",
                null,
                null,
                "26212000000123456789",
                null,
                null,
                NOW,
                null,
                true,
                Set.of("pdf", "xml"));
    }

    /** A case that stands at this step. */
    public static RenewalView at(UUID id, Step step, RenewalState state) {
        var order = step.ordinal() < Step.CHOOSE_INVOICE.ordinal()
                ? null
                : order(
                        state == RenewalState.PAID
                                ? OrderState.PAID
                                : state == RenewalState.RENEWED ? OrderState.FULFILLED : OrderState.PLACED);
        return new RenewalView(
                id,
                ORGANISATION,
                state,
                step,
                step == Step.SELECT_CERTIFICATES ? Draft.empty() : draft(),
                order,
                step == Step.PAY ? payment(PaymentState.OPEN) : null,
                step == Step.UPDATE_KEY
                        ? List.of(
                                rekey(order, 0, RekeyStage.WAITING_FOR_KEY, null),
                                rekey(order, 1, RekeyStage.ISSUED, "key-removed"))
                        : List.of(),
                step == Step.INVOICE ? invoice() : null,
                NOW.minusSeconds(9000),
                NOW.minusSeconds(7400),
                "wangfang",
                null);
    }

    private static Rekey rekey(@Nullable Order order, int index, RekeyStage stage, @Nullable String failure) {
        var item = java.util.Objects.requireNonNull(order).items().get(index);
        return new Rekey(item.id(), id(800), item.certificate(), null, stage, failure, null, null, null, NOW);
    }
}
