/// What the report asks of the result tables: every question in SQL stands here, on the record that
/// takes its answer.
@NullMarked
package parapet.view.read;

import org.jspecify.annotations.NullMarked;
