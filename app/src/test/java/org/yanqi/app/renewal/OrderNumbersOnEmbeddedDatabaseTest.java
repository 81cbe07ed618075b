package org.yanqi.app.renewal;

import org.yanqi.app.OnEmbeddedDatabase;

/** Numbers on the embedded database. */
@OnEmbeddedDatabase
class OrderNumbersOnEmbeddedDatabaseTest extends OrderNumberRules {}
