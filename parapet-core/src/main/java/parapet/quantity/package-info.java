/// Units of measure.
@NullMarked
package parapet.quantity;

import org.jspecify.annotations.NullMarked;
