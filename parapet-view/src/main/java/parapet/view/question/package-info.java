/// The questions of the report: for each the answer in sentences, and the figures it stands on.
@NullMarked
package parapet.view.question;

import org.jspecify.annotations.NullMarked;
