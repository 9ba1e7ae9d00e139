@NullMarked
package parapet.view;

import org.jspecify.annotations.NullMarked;
