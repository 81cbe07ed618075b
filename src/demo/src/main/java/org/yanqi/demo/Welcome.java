package org.yanqi.demo;

import org.yanqi.demo.sample.SampleData;

/** What a newcomer is told when everything runs. */
final class Welcome {
    private Welcome() {}

    static String text(DemoAddresses at) {
        return """

                ────────────────────────────────────────────────────────────────────────
                Yanqi is ready:  %s
                Password of every account:  %s

                customers   wangjianguo  沈阳华兴建设工程, organisation administrator
                            limin        沈阳华兴建设工程, project leader (holder)
                            zhangwei     大连远大机电设备, organisation administrator
                            liuyang      锦州瑞丰市政工程 and 沈阳华兴建设工程: two identities
                staff       kefu (customer service)  caiwu (finance)  zhuguan (supervisor)
                            guanli (administrator)   shenji (auditor)

                The outside world (pay here without a phone, read mails):  %s
                The key agent (insert a key, PIN 111111):                  %s
                Stop with Ctrl+C; start again and everything is still there.
                ────────────────────────────────────────────────────────────────────────
                """.formatted(at.product(), SampleData.PASSWORD, at.sandbox(), at.agent());
    }
}
