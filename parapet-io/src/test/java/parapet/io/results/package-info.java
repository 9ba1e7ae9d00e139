@NullMarked
package parapet.io.results;

import org.jspecify.annotations.NullMarked;
