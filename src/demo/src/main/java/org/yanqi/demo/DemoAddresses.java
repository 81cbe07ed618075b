package org.yanqi.demo;

/** Where the parts of the demo listen on this machine. */
record DemoAddresses(int port, int sandboxPort, int smtpPort, int agentPort) {
    String product() {
        return "http://localhost:" + port;
    }

    String sandbox() {
        return "http://127.0.0.1:" + sandboxPort;
    }

    String agent() {
        return "http://127.0.0.1:" + agentPort;
    }
}
