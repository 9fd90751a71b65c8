package dev.polybot.local.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.net.URI;
import java.net.URISyntaxException;

/** An address of HTTP on the command line. */
final class HttpAddress implements ITypeConverter<URI> {

    private static final int HIGHEST_PORT = 65_535;

    @Override
    public URI convert(String value) {
        try {
            URI address = new URI(value);
            if (value.matches("(?i)https?://.*")
                    && address.getHost() != null
                    && address.getPort() <= HIGHEST_PORT) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new TypeConversionException(
                "an address is one such as http://127.0.0.1:8090, and not " + value);
    }
}
