package parapet.cli;

final class Parapet {
    private Parapet() {}

    static void main(String[] args) {}
}
