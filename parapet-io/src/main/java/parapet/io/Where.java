package parapet.io;

import parapet.io.text.Place;

/// The place in the scenario that is being read: for messages (the object by its own name, the key
/// within it), for the keys of quantities (the path) and for problems without a value of their own
/// (the place of the key).
///
/// @param object the nearest thing with a name, such as `site "maker"`; empty outside of tables
/// @param head the same without what it belongs to
/// @param within keys from the object inwards, joined by dots
/// @param path keys from the top, joined by dots
/// @param at where its key is written
record Where(String object, String head, String within, String path, Place at) {
    static Where top(Place at) {
        return new Where("", "", "", "", at);
    }

    Where key(String name, Place place) {
        return new Where(object, head, join(within, name), join(path, name), place);
    }

    Where item(int index, Place place) {
        return new Where(object, head, within + " " + (index + 1), path + "." + (index + 1), place);
    }

    Where entry(String noun, String id, Place place) {
        String self = noun + " \"" + id + "\"";
        String full = head.isEmpty() ? self : self + " of " + head;
        return new Where(full, self, "", join(path, id), place);
    }

    /// The object and the key within it: `site "maker": shop.repairTime`.
    String subject() {
        if (object.isEmpty()) {
            return within;
        }
        return within.isEmpty() ? object : object + ": " + within;
    }

    /// The object, then words about it: `site "maker": unknown key "x"`.
    String about(String words) {
        String subject = subject();
        return subject.isEmpty() ? words : subject + ": " + words;
    }

    private static String join(String a, String b) {
        return a.isEmpty() ? b : a + "." + b;
    }
}
