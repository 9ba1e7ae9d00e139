/// Random scenarios over all keys of the language, and what must hold for them.
@NullMarked
package parapet.io.made;

import org.jspecify.annotations.NullMarked;
