/// Laws of chance, estimates and their intervals.
@NullMarked
package parapet.stats;

import org.jspecify.annotations.NullMarked;
