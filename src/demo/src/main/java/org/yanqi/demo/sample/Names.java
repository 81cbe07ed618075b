package org.yanqi.demo.sample;

import java.util.List;
import java.util.Random;
import org.yanqi.process.account.SocialCreditCode;

/** Invents companies and people of Liaoning; the same seed invents the same ones. */
final class Names {
    /** A city of the sample with its administrative division. */
    record City(String region, String name) {}

    private static final List<City> CITIES = List.of(
            new City("210100", "沈阳市"),
            new City("210200", "大连市"),
            new City("210300", "鞍山市"),
            new City("210700", "锦州市"),
            new City("211300", "朝阳市"),
            new City("210400", "抚顺市"),
            new City("210600", "丹东市"),
            new City("210800", "营口市"));
    private static final List<String> WORDS = List.of(
            "华兴", "北方", "鼎盛", "长青", "东陵", "金石", "瑞丰", "远大", "中泰", "恒信", "盛京", "辽海", "宏图", "天成", "建安", "百川", "众合", "龙源",
            "同创", "佳业", "凌云", "启航", "隆基", "卓越", "永固");
    private static final List<String> TRADES = List.of(
            "建设工程有限公司",
            "建筑安装有限公司",
            "市政工程有限公司",
            "机电设备有限公司",
            "园林绿化工程有限公司",
            "工程监理有限公司",
            "信息技术有限公司",
            "装饰工程有限公司",
            "水利工程有限公司",
            "工程咨询有限公司");
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹";
    private static final List<String> GIVEN = List.of(
            "建国", "敏", "志强", "秀英", "伟", "丽华", "洋", "静", "磊", "桂兰", "鹏", "雪梅", "国庆", "晓东", "淑芬", "文博", "海燕", "子涵", "永刚",
            "佳怡", "振华", "玉兰", "浩然", "春梅");
    private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final Random random;

    Names(Random random) {
        this.random = random;
    }

    City city() {
        return random.nextInt(10) < 5 ? CITIES.get(0) : CITIES.get(random.nextInt(CITIES.size()));
    }

    String company(City city, int at) {
        var word = WORDS.get(at % WORDS.size());
        var trade = TRADES.get((at * 7 + at / WORDS.size()) % TRADES.size());
        return city.name().replace("市", "") + word + trade;
    }

    String person() {
        var surname = SURNAMES.charAt(random.nextInt(SURNAMES.length()));
        return surname + GIVEN.get(random.nextInt(GIVEN.size()));
    }

    String mobile() {
        return "1" + (3 + random.nextInt(7)) + digits(9);
    }

    String phone(City city) {
        return (city.region().equals("210200") ? "0411-" : "024-") + (2 + random.nextInt(7)) + digits(7);
    }

    String digits(int count) {
        var text = new StringBuilder(count);
        for (var at = 0; at < count; at++) {
            text.append(random.nextInt(10));
        }
        return text.toString();
    }

    /** A unified social credit code with right check characters (GB 32100). */
    String taxNumber(City city) {
        var organisation = new StringBuilder("MA");
        for (var at = 0; at < 6; at++) {
            organisation.append(CODE_ALPHABET.charAt(random.nextInt(CODE_ALPHABET.length())));
        }
        var nine = organisation.toString() + SocialCreditCode.organisationCheck(organisation.toString());
        var first17 = "91" + city.region() + nine;
        return first17 + SocialCreditCode.check(first17);
    }
}
