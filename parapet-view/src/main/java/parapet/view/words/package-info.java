/// How the report says things: numbers, dates, names.
@NullMarked
package parapet.view.words;

import org.jspecify.annotations.NullMarked;
