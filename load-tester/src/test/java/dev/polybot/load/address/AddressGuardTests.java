package dev.polybot.load.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;

class AddressGuardTests {

    /** Names as a name server may answer them; numbers resolve to themselves, as everywhere. */
    private static final Map<String, List<String>> NAMES =
            Map.of(
                    "localhost", List.of("::1", "127.0.0.1"),
                    "mine.example", List.of("127.0.0.7"),
                    "polybot.example", List.of("203.0.113.9"),
                    "two-faced.example", List.of("127.0.0.1", "203.0.113.9"),
                    "nowhere.example", List.of("0.0.0.0"),
                    "metadata.example", List.of("169.254.169.254"));

    private static final Resolver RESOLVER =
            host -> {
                if (host.matches("[0-9.]+") || host.contains(":")) {
                    return List.of(InetAddress.getAllByName(host));
                }
                List<String> numbers = NAMES.get(host);
                if (numbers == null) {
                    throw new UnknownHostException(host);
                }
                return numbers.stream().map(AddressGuardTests::number).toList();
            };

    private static InetAddress number(String number) {
        try {
            return InetAddress.getByName(number);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/x?y=1, http://127.0.0.1:8080/x?y=1",
        "http://127.9.9.9, http://127.9.9.9",
        "http://localhost:80/, http://127.0.0.1:80/",
        "http://LOCALHOST/, http://127.0.0.1/",
        "http://localhost./a, http://127.0.0.1/a",
        "http://mine.example:1, http://127.0.0.7:1",
        "http://[::1]:8080/, http://[0:0:0:0:0:0:0:1]:8080/",
        "http://[::ffff:127.0.0.1]:5/, http://127.0.0.1:5/",
        "http://[::ffff:7f00:1]/, http://127.0.0.1/"
    })
    void thisMachineMayBeLoadedAndIsThenNamedByItsNumber(String address, String pinned) {
        assertThat(guard().require(URI.create(address))).isEqualTo(URI.create(pinned));
    }

    @Test
    void aCertificateIsForANameSoHttpsKeepsIt() {
        URI address = URI.create("https://localhost:8443/");

        assertThat(guard().require(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://203.0.113.9/",
                "http://polybot.example/",
                "http://polybot.example./",
                "http://[2001:db8::9]/",
                "http://[::ffff:203.0.113.9]/",
                "http://[::127.0.0.1]/",
                "http://10.0.0.1/",
                "http://192.168.1.1/"
            })
    void anotherMachineMayNotBeLoadedUnlessConfirmed(String address) {
        assertThatThrownBy(() -> guard().require(URI.create(address)))
                .isInstanceOf(RefusedAddressException.class)
                .hasMessageContaining("--i-may-load");
    }

    @Test
    void whoeverConfirmsAHostMayLoadItAndNoOther() {
        AddressGuard guard = new AddressGuard(List.of("Polybot.Example."), RESOLVER);
        URI confirmed = URI.create("https://polybot.example:8443/");

        assertThat(guard.require(confirmed)).isEqualTo(confirmed);
        assertThatThrownBy(() -> guard.require(URI.create("http://203.0.113.9/")))
                .hasMessageContaining("--i-may-load 203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://0.0.0.0/",
                "http://[::]/",
                "http://nowhere.example/",
                "http://metadata.example/",
                "http://169.254.169.254/latest/meta-data",
                "http://[fe80::1]/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://two-faced.example/"
            })
    void whatIsNotOneMachineIsRefusedWhateverIsConfirmed(String address) {
        URI uri = URI.create(address);
        AddressGuard all =
                new AddressGuard(
                        List.of(
                                "0.0.0.0",
                                "[::]",
                                "nowhere.example",
                                "metadata.example",
                                "169.254.169.254",
                                "[fe80::1]",
                                "224.0.0.1",
                                "255.255.255.255",
                                "two-faced.example"),
                        RESOLVER);

        assertThatThrownBy(() -> all.require(uri)).isInstanceOf(RefusedAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://127.1/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://127.000.000.001/",
                "http://user@127.0.0.1/",
                "http://127.0.0.1@polybot.example/",
                "http://127.0.0.1#polybot.example",
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "localhost:8080",
                "http:///x",
                "http://a_b/",
                "http://[fe80::1%25eth0]/",
                "http://unknown.example/"
            })
    void whatMayBeReadInTwoWaysOrNotAtAllIsRefused(String address) {
        AddressGuard guard = new AddressGuard(List.of("polybot.example"), RESOLVER);

        assertThatThrownBy(() -> guard.require(URI.create(address)))
                .isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void aQueueOfAwsIsConfirmedByAccountAndName() {
        URI queue = URI.create("https://sqs.eu-central-1.amazonaws.com/123456789012/identify");

        assertThatThrownBy(() -> guard().requireQueue(queue))
                .hasMessageContaining("--i-may-load 123456789012/identify");
        assertThatThrownBy(
                        () ->
                                new AddressGuard(List.of("123456789012/other"), RESOLVER)
                                        .requireQueue(queue))
                .isInstanceOf(RefusedAddressException.class);
        new AddressGuard(List.of("123456789012/identify"), RESOLVER).requireQueue(queue);
    }

    private static AddressGuard guard() {
        return new AddressGuard(List.of(), RESOLVER);
    }
}
