package org.yanqi.demo;

/** Where the parts of the demo listen on this machine. */
public record DemoAddresses(int port, int sandboxPort, int smtpPort, int agentPort) {
    public String product() {
        return "http://localhost:" + port;
    }

    public String sandbox() {
        return "http://127.0.0.1:" + sandboxPort;
    }

    public String agent() {
        return "http://127.0.0.1:" + agentPort;
    }
}
