package org.yanqi.sandbox.tax;

import java.util.LinkedHashMap;
import java.util.Map;

/** English for the specimen's fixed labels, for machines without a Chinese font; other Chinese becomes a question mark. */
final class Transliteration {
    private static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        LABELS.put("样票：仅供演练，不是税务凭证，不得用于报销、抵扣。开票人：演练系统", "SPECIMEN for rehearsal only, not a tax document.");
        LABELS.put("样票", "SPECIMEN");
        LABELS.put("电子发票（增值税专用发票）", "E-INVOICE (VAT SPECIAL)");
        LABELS.put("电子发票（普通发票）", "E-INVOICE (ORDINARY)");
        LABELS.put("增值税专用发票（纸质）", "VAT SPECIAL INVOICE (PAPER)");
        LABELS.put("增值税普通发票（纸质）", "VAT ORDINARY INVOICE (PAPER)");
        LABELS.put("发票代码：", "Code: ");
        LABELS.put("发票号码：", "Number: ");
        LABELS.put("开票日期：", "Date: ");
        LABELS.put("购买方", "Buyer");
        LABELS.put("销售方", "Seller");
        LABELS.put("统一社会信用代码/纳税人识别号：", "Tax number: ");
        LABELS.put("地址、电话：", "Address, phone: ");
        LABELS.put("开户行及账号：", "Bank, account: ");
        LABELS.put("项目名称", "Item");
        LABELS.put("名称：", "Name: ");
        LABELS.put("金额", "Net");
        LABELS.put("税率", "Rate");
        LABELS.put("税额", "Tax");
        LABELS.put("价税合计（大写）：", "Total: ");
        LABELS.put("合计", "Sum");
        LABELS.put("（小写）", "");
        LABELS.put("¥", "CNY ");
    }

    private Transliteration() {}

    static String of(String page) {
        String text = page;
        for (Map.Entry<String, String> label : LABELS.entrySet()) {
            text = text.replace(label.getKey(), label.getValue());
        }
        return text.replaceAll("[^\\x00-\\x7F]", "?");
    }
}
