@NullMarked
package parapet.cli;

import org.jspecify.annotations.NullMarked;
