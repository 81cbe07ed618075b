package org.yanqi.app;

@OnPostgres
class BootTest extends BootRules {}
