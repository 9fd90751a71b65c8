package dev.polybot.bot.rest;

import dev.polybot.bot.settings.InvalidSettingsException;
import dev.polybot.bot.settings.SettingFaults;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Settings of the REST tier.
 *
 * @param port its port; null for no tier, 0 for any
 * @param address the address it listens on; blank for all
 * @param apiKeysSecret name of the secret that holds the keys
 * @param apiKeys the keys themselves, as the secret would hold them; wins over the secret
 * @param open whether no key is needed; only on a loopback address
 * @param compatResult what the workload generators are told
 * @param samples folder of pictures that the page offers to whoever has none at hand; blank for none
 * @param pictureHosts from where pictures are fetched that callers name the addresses of: names, {@code *.name} or {@code *};
 *     empty for nowhere
 * @param limits how much is taken
 */
@ConfigurationProperties("polybot.rest")
public record RestSettings(
        @Nullable Integer port,
        @DefaultValue("") String address,
        @DefaultValue("") String apiKeysSecret,
        @DefaultValue("") String apiKeys,
        @DefaultValue("false") boolean open,
        @DefaultValue("top") CompatResult compatResult,
        @DefaultValue("") String samples,
        @DefaultValue("") List<String> pictureHosts,
        @DefaultValue RestLimits limits) {

    private static final Pattern HOST = Pattern.compile("\\*|(\\*\\.)?[\\w.-]+");

    /** Which classes the compatible endpoints tell of. */
    enum CompatResult {
        /** The class that the model is surest of. */
        TOP,
        /** All classes found, the surest first. */
        ALL
    }

    /**
     * Takes sound settings only.
     *
     * @throws InvalidSettingsException with every fault there is
     */
    public RestSettings {
        pictureHosts = pictureHosts.stream().filter(host -> !host.isBlank()).toList();
        SettingFaults faults = new SettingFaults();
        faults.require(
                port == null || (port >= 0 && port <= 65_535),
                "REST_PORT",
                "must be a port, 0 to 65535.");
        faults.require(
                !open || isLoopback(address),
                "REST_OPEN",
                "lets anybody in and so goes with a loopback address only: set REST_ADDRESS to"
                        + " 127.0.0.1, or give callers keys.");
        faults.require(
                pictureHosts.stream().allMatch(host -> HOST.matcher(host).matches()),
                "REST_PICTURE_HOSTS",
                "takes names of hosts alone, such as example.org, *.example.org or *.");
        limits.check(faults);
        faults.throwIfAny();
    }

    /** Leaves out the keys, which have no place in a log. */
    @Override
    public String toString() {
        return "RestSettings[port=" + port + ", address=" + address + ", open=" + open + "]";
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
