package org.yanqi.app;

@OnEmbeddedDatabase
class BootOnEmbeddedDatabaseTest extends BootRules {}
