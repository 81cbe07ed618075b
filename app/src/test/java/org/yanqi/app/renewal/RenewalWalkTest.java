package org.yanqi.app.renewal;

import org.yanqi.app.OnPostgres;

/** The whole case on a real PostgreSQL. */
@OnPostgres
class RenewalWalkTest extends RenewalWalkRules {}
