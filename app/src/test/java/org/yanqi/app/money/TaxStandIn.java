package org.yanqi.app.money;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

/**
 * A tax channel that numbers whatever it takes. All cases of the application are served by it, also those of earlier tests that ask
 * by themselves meanwhile: so each invoice and each red letter has numbers of its own, made of the id that the channel gave it.
 */
final class TaxStandIn {
    static final String INVOICE = "3000000000";
    static final String CONFIRMATION = "1000000000";
    static final String RED_LETTER = "2000000000";

    private static final String FRESH = "{{randomValue length=10 type='NUMERIC'}}";
    private static final String ASKED_FOR = "{{request.pathSegments.[3]}}";
    private static final String ID = "[0-9]{10}";
    private static final String ISSUED_AT = "\"issuedAt\":\"2026-11-22T04:00:00Z\"";

    private final WireMockServer server;

    TaxStandIn(WireMockServer server) {
        this.server = server;
    }

    void takesInvoices() {
        server.stubFor(post(urlPathEqualTo("/tax/v1/invoices")).willReturn(accepted()));
    }

    /** @param status the whole answer for each invoice */
    void saysOfInvoices(String status) {
        server.stubFor(get(urlPathMatching("/tax/v1/invoices/" + ID)).willReturn(filled(status)));
    }

    void issuesInvoices() {
        var files = server.baseUrl() + "/tax/files/a";
        saysOfInvoices("{\"status\":\"issued\",\"number\":\"" + INVOICE + ASKED_FOR + "\"," + ISSUED_AT
                + ",\"specimen\":true,\"files\":{\"pdf\":\"" + files + ".pdf\",\"xml\":\"" + files + ".xml\"}}");
        server.stubFor(
                get(urlPathMatching("/tax/files/a\\..*")).willReturn(aResponse().withBody("file")));
    }

    /** @param status the whole answer for each form */
    void saysOfRedLetters(String status) {
        server.stubFor(post(urlPathEqualTo("/tax/v1/red-letters")).willReturn(accepted()));
        server.stubFor(get(urlPathMatching("/tax/v1/red-letters/" + ID)).willReturn(filled(status)));
    }

    void issuesRedLetters() {
        var confirmation = "\"confirmation\":\"" + CONFIRMATION + ASKED_FOR + "\"";
        saysOfRedLetters("{\"status\":\"confirmed\"," + confirmation + "}");
        server.stubFor(post(urlPathMatching("/tax/v1/red-letters/" + ID + "/issue"))
                .willReturn(filled("{\"status\":\"issued\"," + confirmation + ",\"number\":\"" + RED_LETTER + ASKED_FOR
                        + "\"," + ISSUED_AT + "}")));
    }

    private static ResponseDefinitionBuilder accepted() {
        return filled("{\"id\":\"" + FRESH + "\",\"status\":\"accepted\"}").withStatus(202);
    }

    private static ResponseDefinitionBuilder filled(String json) {
        return okJson(json).withTransformers("response-template");
    }
}
