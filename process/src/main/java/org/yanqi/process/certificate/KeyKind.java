package org.yanqi.process.certificate;

/** Kind of USB key (domain.md, Words). */
public enum KeyKind {
    /** The organisation's main key (企业主锁). */
    MAIN,
    /** A project leader's key (项目负责人锁). */
    PROJECT_LEADER
}
