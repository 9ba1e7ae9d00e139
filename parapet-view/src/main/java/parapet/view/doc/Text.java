package parapet.view.doc;

import java.util.ArrayList;
import java.util.List;

/// A sentence or a few, with links and emphasis.
///
/// @param spans pieces in order
public record Text(List<Span> spans) {
    public Text {
        spans = List.copyOf(spans);
    }

    /// A piece of text.
    ///
    /// @param text plain text
    /// @param href where it leads: an anchor of the page, or an address; empty for nowhere
    /// @param strong whether it is emphasised
    public record Span(String text, String href, boolean strong) {
        /// Whether it leads out of the page.
        public boolean leavesPage() {
            return !href.isEmpty() && !href.startsWith("#");
        }
    }

    /// Plain text.
    public static Text of(String text) {
        return new Text(List.of(new Span(text, "", false)));
    }

    /// The text without links and emphasis.
    public String plain() {
        StringBuilder plain = new StringBuilder();
        spans.forEach(span -> plain.append(span.text));
        return plain.toString();
    }

    /// Builds a text from left to right.
    public static final class Builder {
        private final List<Span> spans = new ArrayList<>();

        /// Adds plain text.
        public Builder say(String text) {
            spans.add(new Span(text, "", false));
            return this;
        }

        /// Adds emphasised text.
        public Builder strong(String text) {
            spans.add(new Span(text, "", true));
            return this;
        }

        /// Adds a link within the page.
        public Builder link(String text, String id) {
            spans.add(new Span(text, "#" + id, false));
            return this;
        }

        /// Adds a link to a page of the web.
        public Builder page(String text, String address) {
            spans.add(new Span(text, address, false));
            return this;
        }

        /// Adds a piece of another text.
        public Builder span(Span span) {
            spans.add(span);
            return this;
        }

        /// Whether nothing was added.
        public boolean isEmpty() {
            return spans.isEmpty();
        }

        /// The text.
        public Text build() {
            return new Text(spans);
        }
    }
}
