package org.yanqi.demo.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yanqi.agent.crypto.KeyAlgorithm;
import org.yanqi.agent.key.KeyTrouble;
import org.yanqi.agent.software.SoftwareKeySpec;
import org.yanqi.agent.software.SoftwareKeys;
import org.yanqi.process.account.Organisation;
import org.yanqi.process.account.Person;
import org.yanqi.process.account.RegisterCustomer;
import org.yanqi.process.certificate.Algorithm;
import org.yanqi.process.certificate.KeyKind;
import org.yanqi.process.certificate.port.CertificateAuthority;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** The companies of the stories: their keys are real software keys, which the key agent can insert. */
@Component
class StoryCompanies {
    /** How many there are. */
    static final int COUNT = 5;

    private final RegisterCustomer customers;
    private final Enrolment enrolment;
    private final Path keys;

    StoryCompanies(RegisterCustomer customers, Enrolment enrolment, @Value("${yanqi.demo.keys}") Path keys) {
        this.customers = customers;
        this.enrolment = enrolment;
        this.keys = keys;
    }

    /**
     * @param today from which the days left are counted
     * @return how many certificates were made
     */
    int make(Actor actor, LocalDate today) throws GeneralSecurityException, IOException, CertificateAuthority.NoAnswer {
        var huaxing = customers.organisation(
                actor, "沈阳华兴建设工程有限公司", "91210100MA0P4XQB7J", "210100", "沈阳市", "辽宁省沈阳市和平区文化路18号", "024-23890011");
        var wang = person(actor, "王建国", "13804011122", "wangjianguo@huaxing.example");
        var li = person(actor, "李敏", "13940022233", "limin@huaxing.example");
        account(actor, "wangjianguo", wang, huaxing, Role.ORGANISATION_ADMINISTRATOR);
        account(actor, "limin", li, huaxing, Role.HOLDER);
        key(actor, huaxing, wang, KeyKind.MAIN, Algorithm.SM2, "LN2100000001", today.plusDays(36), List.of("LN-JSGC"));
        key(
                actor,
                huaxing,
                li,
                KeyKind.PROJECT_LEADER,
                Algorithm.RSA_2048,
                "LN2100000002",
                today.plusDays(21),
                List.of("LN-JSGC", "LN-ZBJG"));

        var yuanda = customers.organisation(
                actor, "大连远大机电设备有限公司", "91210200MA0QE5H253", "210200", "大连市", "辽宁省大连市西岗区中山路246号", "0411-83631234");
        var zhang = person(actor, "张伟", "13842833344", "zhangwei@yuanda.example");
        account(actor, "zhangwei", zhang, yuanda, Role.ORGANISATION_ADMINISTRATOR);
        key(
                actor,
                yuanda,
                zhang,
                KeyKind.MAIN,
                Algorithm.SM2,
                "LN2100000003",
                today.plusDays(12),
                List.of("LN-JSGC", "DL-GGZY"));

        var ruifeng = customers.organisation(
                actor, "锦州瑞丰市政工程有限公司", "91210700MA0TLK9C8U", "210700", "锦州市", "辽宁省锦州市古塔区解放路9号", "0416-2123456");
        var liu = person(actor, "刘洋", "13904164455", "liuyang@ruifeng.example");
        account(actor, "liuyang", liu, ruifeng, Role.ORGANISATION_ADMINISTRATOR);
        account(actor, "liuyang", liu, huaxing, Role.HOLDER);
        key(
                actor,
                ruifeng,
                liu,
                KeyKind.MAIN,
                Algorithm.SM2,
                "LN2100000004",
                today.plusDays(5),
                List.of("LN-ZBJG", "JZ-GGZY"));
        key(
                actor,
                huaxing,
                liu,
                KeyKind.PROJECT_LEADER,
                Algorithm.SM2,
                "LN2100000005",
                today.plusDays(50),
                List.of("LN-ZBJG"));

        var dingsheng = customers.organisation(
                actor, "鞍山鼎盛园林绿化工程有限公司", "91210300MA0U7D2K4W", "210300", "鞍山市", "辽宁省鞍山市铁东区胜利路77号", "0412-5566778");
        var zhao = person(actor, "赵海燕", "13904127788", "zhaohaiyan@dingsheng.example");
        account(actor, "zhaohaiyan", zhao, dingsheng, Role.ORGANISATION_ADMINISTRATOR);
        key(
                actor,
                dingsheng,
                zhao,
                KeyKind.MAIN,
                Algorithm.SM2,
                "LN2100000006",
                today.plusDays(30),
                List.of("LN-JSGC", "LN-ZFCG"));
        var qian = person(actor, "钱立群", "13841237799", "qianliqun@dingsheng.example");
        key(
                actor,
                dingsheng,
                qian,
                KeyKind.PROJECT_LEADER,
                Algorithm.SM2,
                "LN2100000007",
                today.plusDays(70),
                List.of("LN-JSGC"));
        return 7 + paidTwice(actor, today);
    }

    /** The company that pays twice, and gets one of two certificates refunded. */
    private int paidTwice(Actor actor, LocalDate today)
            throws GeneralSecurityException, IOException, CertificateAuthority.NoAnswer {
        var hongda = customers.organisation(
                actor, "盘锦宏达石化工程有限公司", "91211100MA0Y3B6N7M", "211100", "盘锦市", "辽宁省盘锦市兴隆台区石油大街12号", "0427-2822345");
        var sun = person(actor, "孙立新", "13904275566", "sunlixin@hongda.example");
        var zhou = person(actor, "周雪梅", "13842776677", "zhouxuemei@hongda.example");
        account(actor, "sunlixin", sun, hongda, Role.ORGANISATION_ADMINISTRATOR);
        account(actor, "zhouxuemei", zhou, hongda, Role.HOLDER);
        key(actor, hongda, sun, KeyKind.MAIN, Algorithm.SM2, "LN2100000051", today.plusDays(25), List.of("LN-JSGC"));
        key(
                actor,
                hongda,
                zhou,
                KeyKind.PROJECT_LEADER,
                Algorithm.SM2,
                "LN2100000052",
                today.plusDays(25),
                List.of("LN-JSGC"));
        return 2;
    }

    private Person person(Actor actor, String name, String mobile, String email) {
        return customers.person(actor, name, mobile, email, null);
    }

    private void account(Actor actor, String login, Person person, Organisation organisation, Role role) {
        customers.identity(actor, login, SampleData.PASSWORD, person.id(), organisation.id(), role);
    }

    private void key(
            Actor actor,
            Organisation organisation,
            Person holder,
            KeyKind kind,
            Algorithm algorithm,
            String serial,
            LocalDate lastDay,
            List<String> platforms)
            throws GeneralSecurityException, IOException, CertificateAuthority.NoAnswer {
        var spec = SoftwareKeySpec.of(serial, SoftwareKeySpec.FACTORY_PIN);
        var subject = new X500Name(Enrolment.subject(organisation, holder));
        var request = SoftwareKeys.create(keys, spec, KeyAlgorithm.valueOf(algorithm.name()), subject);
        var issued = enrolment
                .enrol(actor, organisation, holder, kind, algorithm, serial, request, lastDay, platforms)
                .issued();
        var encryption = issued.encryption();
        var holdsPair = encryption != null && issued.envelope() != null;
        try {
            SoftwareKeys.certify(
                    keys,
                    serial,
                    SoftwareKeySpec.FACTORY_PIN.toCharArray(),
                    new X509CertificateHolder(issued.signing()),
                    holdsPair ? new X509CertificateHolder(encryption) : null,
                    holdsPair ? issued.envelope() : null);
        } catch (KeyTrouble trouble) {
            throw new IOException("the key " + serial + " did not take its certificate", trouble);
        }
    }
}
