/** The agent's own pages and its interface for the product's page; who may call is decided here, what happens is in the jobs. */
@NullMarked
package org.yanqi.agent.web;

import org.jspecify.annotations.NullMarked;
