package org.yanqi.app.renewal;

import org.yanqi.app.OnPostgres;

/** Numbers on a real PostgreSQL. */
@OnPostgres
class OrderNumbersTest extends OrderNumberRules {}
