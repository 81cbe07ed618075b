package org.yanqi.demo.sample;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yanqi.process.account.Accounts;
import org.yanqi.process.outcome.Outcome;
import org.yanqi.process.record.Actor;
import org.yanqi.process.record.Role;

/** Staff accounts for every role. */
@Component
class SampleStaff {
    private record Member(String login, String name, Role role) {}

    private static final List<Member> MEMBERS = List.of(
            new Member("kefu", "客服 陈静", Role.CUSTOMER_SERVICE),
            new Member("kefu2", "客服 刘洋", Role.CUSTOMER_SERVICE),
            new Member("caiwu", "财务 周敏", Role.FINANCE),
            new Member("caiwu2", "财务 吴伟", Role.FINANCE),
            new Member("zhuguan", "主管 孙丽华", Role.SUPERVISOR),
            new Member("guanli", "管理员 马磊", Role.ADMINISTRATOR),
            new Member("shenji", "审计 朱国庆", Role.AUDITOR));

    private final Accounts accounts;

    SampleStaff(Accounts accounts) {
        this.accounts = accounts;
    }

    void make(Actor actor) {
        for (var member : MEMBERS) {
            var created = accounts.createStaff(
                    actor, member.login, member.name, member.login + "@yanqi.example", Set.of(member.role));
            if (created instanceof Outcome.Accepted<Accounts.Created> accepted) {
                accounts.changePassword(staff(member.login), accepted.value().oneTimePassword(), SampleData.PASSWORD);
            }
        }
    }

    /** A member of staff as a use case sees them. */
    static Actor staff(String login) {
        return MEMBERS.stream()
                .filter(member -> member.login.equals(login))
                .map(member ->
                        new Actor(member.login, member.name, member.role, Set.of(member.role), null, null, "127.0.0.1"))
                .findFirst()
                .orElseThrow();
    }
}
