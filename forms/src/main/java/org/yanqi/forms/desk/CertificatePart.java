package org.yanqi.forms.desk;

import com.vaadin.flow.component.Component;
import java.util.UUID;
import org.yanqi.process.record.Actor;

/**
 * A further part of staff's page of one certificate, as the recovery of its encryption key. Every bean of this type stands on
 * that page, below what the page itself shows; a part that this actor may not use draws nothing visible.
 */
@FunctionalInterface
public interface CertificatePart {
    Component draw(Actor actor, UUID certificate);
}
