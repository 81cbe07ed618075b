package org.yanqi.forms.component;

import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the key agent listens on the customer's machine, and by which address it knows this product. */
@Component
public class AgentAddress {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final String agent;
    private final String publicUrl;

    AgentAddress(
            @Value("${yanqi.security.agent-url:http://127.0.0.1:18580}") String agent,
            @Value("${yanqi.public-url:}") String publicUrl) {
        this.agent = agent;
        this.publicUrl = publicUrl;
    }

    /** As in {@code http://127.0.0.1:18580}. */
    public String agent() {
        return agent;
    }

    /** This product's origin if one is configured, without a slash at the end. */
    public Optional<String> configured() {
        return publicUrl.isBlank() ? Optional.empty() : Optional.of(publicUrl.replaceAll("/+$", ""));
    }

    /** This product's origin: as configured, else as the browser asked for it. */
    public String origin() {
        return configured().orElseGet(AgentAddress::asked);
    }

    private static String asked() {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        var port = request.getServerPort();
        var usual = request.getScheme().equals("https") ? HTTPS : HTTP;
        return request.getScheme() + "://" + request.getServerName() + (port == usual ? "" : ":" + port);
    }
}
