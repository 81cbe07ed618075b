package org.yanqi.forms.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;
import org.yanqi.process.shipping.CoverSheet;
import org.yanqi.process.shipping.Shipment;

/** The link that prints the cover sheet of a parcel. */
final class PrintSheet {
    private static final int CONFLICT = 409;

    private PrintSheet() {}

    static Anchor button(Component where, CoverSheet sheets, Actor actor, Shipment parcel) {
        var link = new Anchor(
                DownloadHandler.fromInputStream(request -> {
                            if (sheets.print(actor, parcel.id()) instanceof Outcome.Accepted<byte[]> printed) {
                                var bytes = printed.value();
                                return new DownloadResponse(
                                        new ByteArrayInputStream(bytes),
                                        "cover-sheet-" + parcel.waybill() + ".pdf",
                                        "application/pdf",
                                        bytes.length);
                            }
                            return DownloadResponse.error(CONFLICT);
                        })
                        .inline(),
                where.getTranslation("shipment.cover-sheet"));
        link.setTarget(AnchorTarget.BLANK);
        link.addClassNames("button-link", "quiet");
        link.setId("cover-sheet");
        return link;
    }
}
