/** The domain of a renewal: one package a feature, use cases at its face, the world behind ports. No screens and no adapters. */
@NullMarked
package org.yanqi.process;

import org.jspecify.annotations.NullMarked;
