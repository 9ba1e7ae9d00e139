/// The report as a document: sections, sentences, figures and tables, ready to be written by the
/// templates, which only walk through it. Every text here is plain and is escaped when written.
///
/// Read first: [Page], [Section], [Figure].
@NullMarked
package parapet.view.doc;

import org.jspecify.annotations.NullMarked;
