/** Tests of the case on a real PostgreSQL with the real models; what other features and the world do is done by hand. */
package org.yanqi.app.renewal;
