package org.yanqi.app.ground;

import org.yanqi.app.OnPostgres;

/** Errands on the database of real use. */
@OnPostgres
class ErrandTest extends ErrandRules {}
