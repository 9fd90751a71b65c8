package dev.polybot.local.emulators;

/**
 * Who reaches the emulators.
 *
 * @param address the address that they listen on
 * @param name the name by which they are found
 */
record Reach(String address, String name) {

    /** Programs on this machine, and nobody else. */
    static final Reach THIS_MACHINE = new Reach("127.0.0.1", "127.0.0.1");

    /** Whoever reaches this machine: in a container, the other containers of its network. */
    static Reach network(String name) {
        return new Reach("0.0.0.0", name);
    }

    String url(int port) {
        return "http://" + name + ':' + port;
    }
}
