package org.yanqi.app.renewal;

import org.yanqi.app.OnEmbeddedDatabase;

/** The whole case on the embedded database. */
@OnEmbeddedDatabase
class RenewalWalkOnEmbeddedDatabaseTest extends RenewalWalkRules {}
