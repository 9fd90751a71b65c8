package dev.polybot.local.emulators;

/**
 * Who reaches the emulators.
 *
 * @param address the address that they listen on
 * @param name the name by which they are found
 */
record BindAddress(String address, String name) {

    /** Programs on this machine, and nobody else. */
    static final BindAddress THIS_MACHINE = new BindAddress("127.0.0.1", "127.0.0.1");

    /** Whoever reaches this machine: in a container, the other containers of its network. */
    static BindAddress network(String name) {
        return new BindAddress("0.0.0.0", name);
    }

    String url(int port) {
        return "http://" + name + ':' + port;
    }
}
