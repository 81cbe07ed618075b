/** What the product tells machines about itself: health, promises kept, errors as JSON, and the files that anybody may fetch. No screen and no adapter. */
@NullMarked
package org.yanqi.app.web;

import org.jspecify.annotations.NullMarked;
