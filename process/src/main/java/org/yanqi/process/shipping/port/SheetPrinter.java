package org.yanqi.process.shipping.port;

import org.yanqi.process.Port;
import org.yanqi.process.shipping.CoverSheet;

/** Draws a cover sheet for a parcel. */
@Port
public interface SheetPrinter {
    /** @return one A4 page as PDF, with the waybill as Code 128 */
    byte[] print(CoverSheet.Sheet sheet);
}
