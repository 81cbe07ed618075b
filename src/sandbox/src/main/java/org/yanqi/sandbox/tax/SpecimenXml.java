package org.yanqi.sandbox.tax;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The specimen as XML, with the element names of the digital invoice's main parts. */
final class SpecimenXml {
    private SpecimenXml() {}

    static String write(TaxInvoice invoice) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("EInvoice");
            xml.writeAttribute("specimen", "样票");
            section(xml, "Header", header(invoice));
            section(
                    xml,
                    "SellerInformation",
                    Map.of("SellerName", SpecimenPage.SELLER, "SellerIdNum", SpecimenPage.SELLER_NUMBER));
            section(xml, "BuyerInformation", buyer(invoice));
            section(
                    xml,
                    "BasicInformation",
                    Map.of(
                            "TotalAmWithoutTax", yuan(invoice.net()),
                            "TotalTaxAm", yuan(invoice.tax()),
                            "TotalTax-includedAmount", yuan(invoice.total())));
            for (TaxInvoice.Line line : invoice.lines()) {
                section(xml, "IssuItemInformation", line(line));
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write the specimen", e);
        }
    }

    private static Map<String, String> header(TaxInvoice invoice) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("InvoiceNumber", String.valueOf(invoice.number()));
        if (invoice.code() != null) {
            fields.put("InvoiceCode", invoice.code());
        }
        fields.put("InvoiceKind", invoice.kind());
        fields.put("IssueTime", String.valueOf(invoice.issuedAt()));
        return fields;
    }

    private static Map<String, String> buyer(TaxInvoice invoice) {
        Map<String, String> fields = new LinkedHashMap<>();
        TaxInvoice.Buyer buyer = invoice.buyer();
        fields.put("BuyerName", buyer.name());
        fields.put("BuyerIdNum", SpecimenPage.or(buyer.taxNumber()));
        fields.put("BuyerAddr", SpecimenPage.or(buyer.address()));
        fields.put("BuyerTelNum", SpecimenPage.or(buyer.phone()));
        fields.put("BuyerBankName", SpecimenPage.or(buyer.bank()));
        fields.put("BuyerBankAccNum", SpecimenPage.or(buyer.account()));
        return fields;
    }

    private static Map<String, String> line(TaxInvoice.Line line) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("TaxClassificationCode", SpecimenPage.or(line.code()));
        fields.put("ItemName", SpecimenPage.title(line));
        fields.put("TaxRate", line.rate());
        fields.put("Amount", yuan(line.net()));
        fields.put("ComTaxAm", yuan(line.tax()));
        return fields;
    }

    private static void section(XMLStreamWriter xml, String name, Map<String, String> fields)
            throws XMLStreamException {
        xml.writeStartElement(name);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            xml.writeStartElement(field.getKey());
            xml.writeCharacters(field.getValue());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
