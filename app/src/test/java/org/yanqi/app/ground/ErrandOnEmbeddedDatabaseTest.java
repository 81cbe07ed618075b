package org.yanqi.app.ground;

import org.yanqi.app.OnEmbeddedDatabase;

/** Errands on the database of trials. */
@OnEmbeddedDatabase
class ErrandOnEmbeddedDatabaseTest extends ErrandRules {}
