package parapet.view.doc;

import java.util.List;

/// A section of the report: a question, its answer in sentences, and what the answer stands on.
///
/// @param id anchor
/// @param number number of the question, empty for none
/// @param title the question
/// @param answers the answer, the first sentence first
/// @param blocks figures, tables and text
public record Section(
        String id, String number, String title, List<Text> answers, List<Block> blocks) {}
