@NullMarked
package parapet.export;

import org.jspecify.annotations.NullMarked;
