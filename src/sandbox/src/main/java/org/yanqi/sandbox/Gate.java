package org.yanqi.sandbox;

import java.time.Duration;
import org.yanqi.sandbox.wire.Exchange;
import org.yanqi.sandbox.wire.Switchboard;
import org.yanqi.sandbox.wire.WebServer;

/** Stands before every service and lets its switch decide what a caller gets. */
final class Gate implements WebServer.Endpoint {
    private final Switchboard switches;
    private final Duration slowness;

    Gate(Switchboard switches, Duration slowness) {
        this.switches = switches;
        this.slowness = slowness;
    }

    @Override
    public void serve(Exchange ctx) throws InterruptedException {
        String[] parts = ctx.path().split("/");
        String first = parts.length > 1 ? parts[1] : "";
        String service = first.equals("platforms") && parts.length > 2 ? parts[2] : first;
        if (!switches.services().contains(service)) {
            return;
        }
        switch (switches.mode(service)) {
            case NORMAL -> {}
            case SLOW -> Thread.sleep(slowness.toMillis());
            case FAILING -> {
                ctx.status(500)
                        .contentType("application/json; charset=utf-8")
                        .result("{\"code\":\"SYSTEM_ERROR\",\"message\":\"系统异常，请稍后重试\"}");
                ctx.end();
            }
            case DOWN -> {
                // Breaking the connection is what a caller sees of a service that died.
                ctx.hangUp();
            }
        }
    }
}
