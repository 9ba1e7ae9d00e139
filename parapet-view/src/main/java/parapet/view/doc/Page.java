package parapet.view.doc;

import java.util.List;

/// The whole report.
///
/// @param title title
/// @param about what it is about
/// @param standing as of when, how many draws and what the figures are
/// @param keys the key numbers
/// @param answer the answer in one paragraph
/// @param sections sections
/// @param footer last line
/// @param style style sheet
/// @param library chart library
/// @param script script of the page
/// @param data charts and tables as JSON
public record Page(
        String title,
        String about,
        List<Text> standing,
        List<KeyNumber> keys,
        Text answer,
        List<Section> sections,
        String footer,
        String style,
        String library,
        String script,
        String data) {

    /// A key number.
    ///
    /// @param value the number with its unit
    /// @param label what it is
    /// @param range its range and method
    /// @param href where it is explained
    public record KeyNumber(String value, String label, String range, String href) {}
}
